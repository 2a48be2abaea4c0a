import { Recent } from './recent.js';

describe('Recent', () => {
  it('drops what was not asked for the longest', () => {
    const recent = new Recent<string, number>(2);
    recent.set('a', 1);
    recent.set('b', 2);
    recent.get('a');
    recent.set('c', 3);
    expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3]);
  });

  it('counts sizes, also of replaced values, and leaves out what is larger than all', () => {
    const recent = new Recent<string, string>(10, (value) => value.length);
    recent.set('a', 'xxxxxx');
    recent.set('a', 'yyy');
    recent.set('b', 'xxxxxxx');
    expect([recent.get('a'), recent.get('b')]).toEqual(['yyy', 'xxxxxxx']);
    recent.set('c', 'x'.repeat(11));
    expect(recent.get('c')).toBeUndefined();
    expect(recent.get('a')).toBe('yyy');
  });
});
