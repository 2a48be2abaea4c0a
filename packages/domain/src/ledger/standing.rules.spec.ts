import { periodOf, standingOf } from './standing.rules.js';

const YEAR = { kind: 'calendar_year', from: '2026-01-01', until: '2026-12-31' } as const;
const MINIMUM = { rule: 'minimum', target: 20 } as const;
const CEILING = { rule: 'ceiling', target: 24 } as const;
const CONTRACT = { startsOn: '2026-03-01', endsOn: '2027-02-28' };

test('a PNS counts by the calendar year, a PPPK by the contract year', () => {
  expect(periodOf(MINIMUM, CONTRACT, '2026-11-22')).toEqual(YEAR);
  expect(periodOf(CEILING, CONTRACT, '2026-11-22')).toEqual({ kind: 'contract_year', from: '2026-03-01', until: '2027-02-28' });
  expect(periodOf(CEILING, null, '2026-11-22')).toEqual(YEAR);
  expect(periodOf(null, CONTRACT, '2026-11-22')).toEqual(YEAR);
});

test('a minimum counts everything, also beyond the target', () => {
  expect(standingOf(MINIMUM, 16, YEAR)).toEqual({ rule: 'minimum', target: 20, recorded: 16, counted: 16, period: YEAR });
  expect(standingOf(MINIMUM, 31, YEAR).counted).toBe(31);
});

test('a ceiling stops the count and keeps the record', () => {
  expect(standingOf(CEILING, 26, YEAR)).toMatchObject({ recorded: 26, counted: 24 });
  expect(standingOf(CEILING, 5, YEAR)).toMatchObject({ recorded: 5, counted: 5 });
});

test('people outside the civil service have hours and no rule', () => {
  expect(standingOf(null, 3, YEAR)).toEqual({ rule: 'none', target: 0, recorded: 3, counted: 3, period: YEAR });
});
