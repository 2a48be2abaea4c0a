import { jpOf, outlineOf, waitsFor } from './outline.rules.js';

describe('jpOf', () => {
  it.each([
    [0, 0], [5, 0], [44, 0], [45, 1], [89, 1], [90, 2], [180, 4],
  ])('%d minutes are %d JP', (minutes, jp) => expect(jpOf(minutes)).toBe(jp));
});

describe('outlineOf', () => {
  const lesson = (id: string, minutes: number, required = true) => ({ id, kind: 'text' as const, title: id, minutes, required, completion: null, requires: null as string[] | null, release: null });

  it('puts each lesson behind the required one before it, across modules, and never behind an optional one', () => {
    const [first, second] = outlineOf(
      [
        { id: 'A', title: 'A', lessons: [lesson('a1', 25), lesson('a2', 25, false), lesson('a3', 40)] },
        { id: 'B', title: 'B', lessons: [lesson('b1', 44)] },
      ],
      () => ({}),
      () => ({ rule: 'marked' }),
    );
    expect(first?.lessons.map(({ id, requires }) => [id, requires])).toEqual([['a1', []], ['a2', ['a1']], ['a3', ['a1']]]);
    expect(second?.lessons[0]?.requires).toEqual(['a3']);
    expect([first?.jp, second?.jp]).toEqual([2, 0]);
  });

  it('puts a lesson behind those that its author chose, and forgets the ones that were removed', () => {
    const [only] = outlineOf(
      [{ id: 'A', title: 'A', lessons: [lesson('a1', 25), { ...lesson('a2', 25), requires: [] }, { ...lesson('a3', 25), requires: ['a1', 'gone'] }] }],
      () => ({}),
      () => ({ rule: 'marked' }),
    );
    expect(only?.lessons.map(({ requires }) => requires)).toEqual([[], [], ['a1']]);
  });
});

describe('waitsFor', () => {
  const lessons = [{ id: 'a', requires: null }, { id: 'b', requires: ['a'] }, { id: 'c', requires: ['b'] }];

  it('finds a circle, near and far, and none where there is none', () => {
    expect(waitsFor('a', ['c'], lessons)).toBe(true);
    expect(waitsFor('a', ['a'], lessons)).toBe(true);
    expect(waitsFor('c', ['a'], lessons)).toBe(false);
  });
});
