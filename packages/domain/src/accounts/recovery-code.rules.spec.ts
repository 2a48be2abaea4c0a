import { newRecoveryCode, readRecoveryCode, recoveryHash } from './recovery-code.rules.js';

it('is random, and read as it is written', () => {
  const codes = Array.from({ length: 200 }, newRecoveryCode);
  expect(new Set(codes).size).toBe(200);
  for (const code of codes) expect(readRecoveryCode(code)).toBe(code.replace('-', ''));
});

it.each([
  ['k7qx9 4mpd2', 'K7QX94MPD2'],
  ['KOILX-4MPD2', 'K011X4MPD2'],
])('reads %s as %s', (typed, letters) => expect(readRecoveryCode(typed)).toBe(letters));

it.each(['', '123456', 'K7QX9-4MPDU', 'K7QX9-4MPD2-1'])('does not read %s', (typed) => expect(readRecoveryCode(typed)).toBeNull());

it('is kept apart for each account', () => {
  expect(recoveryHash('a', 'K7QX9-4MPD2')).toEqual(recoveryHash('a', 'k7qx94mpd2'));
  expect(recoveryHash('a', 'K7QX9-4MPD2')).not.toEqual(recoveryHash('b', 'K7QX9-4MPD2'));
});
