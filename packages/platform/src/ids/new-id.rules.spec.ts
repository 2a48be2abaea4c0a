import { newId } from './new-id.js';

describe('newId', () => {
  it('is a UUID of version 7 and variant 2', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('grows, also within one millisecond and past 4,096 of them', () => {
    const ids = Array.from({ length: 20_000 }, () => newId());
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });
});
