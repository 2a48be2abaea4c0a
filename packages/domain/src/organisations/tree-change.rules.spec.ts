import { obstacleOf } from './tree-change.rules.js';

const unit = (path: string, more = {}) => ({ kind: 'unit' as const, agencyId: 'a', path, closed: false, ...more });

it('lets a unit go anywhere in its agency but below itself', () => {
  expect(obstacleOf(unit('a.b.c'), unit('a.d'))).toBeNull();
  expect(obstacleOf(unit('a.b'), unit('a.b.c'))).toBe('UNIT_LOOP');
  expect(obstacleOf(unit('a.b'), unit('a.b'))).toBe('UNIT_LOOP');
  // A path that merely begins with the same letters is another branch.
  expect(obstacleOf(unit('a.b'), unit('a.bc'))).toBeNull();
});

it('keeps agencies apart, the agency itself in place, and closed units closed', () => {
  expect(obstacleOf(unit('a.b'), unit('x.y', { agencyId: 'x' }))).toBe('UNIT_OF_ANOTHER_AGENCY');
  expect(obstacleOf(unit('a', { kind: 'agency' }), unit('a.b'))).toBe('AGENCY_STAYS');
  expect(obstacleOf(unit('a.b'), unit('a.c', { closed: true }))).toBe('UNIT_CLOSED');
  expect(obstacleOf(unit('a.b', { closed: true }), unit('a.c'))).toBe('UNIT_CLOSED');
});
