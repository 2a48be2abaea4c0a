import type { Arrangement } from './ordering.rules.js';
import { moveLesson, moveModule } from './ordering.rules.js';

const course: Arrangement = [
  { id: 'A', lessons: ['a1', 'a2'] },
  { id: 'B', lessons: [] },
  { id: 'C', lessons: ['c1'] },
];
const text = (arrangement: Arrangement) => arrangement.map((module) => `${module.id}(${module.lessons.join(' ')})`).join(' ');

describe('moving a lesson', () => {
  it.each([
    ['a2', 'up', 'A(a2 a1) B() C(c1)'],
    ['a1', 'down', 'A(a2 a1) B() C(c1)'],
    ['a2', 'down', 'A(a1) B(a2) C(c1)'],
    ['c1', 'up', 'A(a1 a2) B(c1) C()'],
    ['a1', 'up', 'A(a1 a2) B() C(c1)'],
    ['c1', 'down', 'A(a1 a2) B() C(c1)'],
    ['unknown', 'down', 'A(a1 a2) B() C(c1)'],
  ] as const)('%s %s', (lesson, to, expected) => expect(text(moveLesson(course, lesson, to))).toBe(expected));

  it('crosses into a full module at the near end', () => {
    const full: Arrangement = [{ id: 'A', lessons: ['a1'] }, { id: 'B', lessons: ['b1', 'b2'] }];
    expect(text(moveLesson(full, 'a1', 'down'))).toBe('A() B(a1 b1 b2)');
    expect(text(moveLesson(full, 'b1', 'up'))).toBe('A(a1 b1) B(b2)');
  });
});

describe('moving a module', () => {
  it.each([
    ['B', 'up', 'B() A(a1 a2) C(c1)'],
    ['B', 'down', 'A(a1 a2) C(c1) B()'],
    ['A', 'up', 'A(a1 a2) B() C(c1)'],
    ['C', 'down', 'A(a1 a2) B() C(c1)'],
    ['unknown', 'up', 'A(a1 a2) B() C(c1)'],
  ] as const)('%s %s', (module, to, expected) => expect(text(moveModule(course, module, to))).toBe(expected));
});
