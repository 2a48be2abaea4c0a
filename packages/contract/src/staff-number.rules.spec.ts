import { maskStaffNumber, parseStaffNumber } from './staff-number.js';

// The vectors of `ujiNip` in the sample data.
describe('parseStaffNumber', () => {
  it.each([
    ['198703142011012903', 'NIP', '1987-03-14', 'female'],
    ['19901105 201903 1 907', 'NIP', '1990-11-05', 'male'],
    ['199205172024212911', 'NI_PPPK', '1992-05-17', 'female'],
    ['198912302025241905', 'NI_PPPK', '1989-12-30', 'male'],
  ])('reads %s', (typed, kind, birthDate, sex) => {
    expect(parseStaffNumber(typed, 2026)).toMatchObject({ kind, birthDate, sex });
  });

  it.each([
    ['198702302011011901', 'BIRTH_DATE'],
    ['198703142011003901', 'MONTH'],
    ['198703142011013903', 'SEX'],
    ['198703142011012000', 'SEQUENCE'],
    ['19870314201101290', 'LENGTH'],
    ['201203142011012903', 'AGE'],
    ['130123456', 'LENGTH'],
    ['1,98609E+17', 'LENGTH'],
    ['198703142099012903', 'YEAR'],
  ])('refuses %s', (typed, fault) => {
    expect(parseStaffNumber(typed, 2026)).toEqual({ fault });
  });
});

describe('maskStaffNumber', () => {
  it('shows the first four and the last three digits', () => {
    expect(maskStaffNumber('198703142011012903')).toBe('1987•••••••••••903');
  });
});
