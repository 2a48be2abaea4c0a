import { base32, judgeTotp, otpauthUri, stepAt, totpCode } from './totp.rules.js';

const secret = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at %d s the code is %s (RFC 6238, appendix B, last six digits)', (seconds, code) => {
  expect(totpCode(secret, stepAt(at(seconds)))).toBe(code);
});

it('takes a code of the step before or after, with blanks', () => {
  const now = at(1111111111);
  const step = stepAt(now);
  for (const near of [step - 1, step, step + 1]) expect(judgeTotp(secret, totpCode(secret, near), now)).toEqual({ kind: 'right', step: near });
  expect(judgeTotp(secret, `${totpCode(secret, step).slice(0, 3)} ${totpCode(secret, step).slice(3)}`, now)).toEqual({ kind: 'right', step });
});

it.each([
  [-6, -3],
  [4, 2],
  [2, 1],
  [20, 10],
])('recognises a phone that is %d steps off as %d minutes, and lets nobody in', (steps, minutes) => {
  const now = at(1111111111);
  expect(judgeTotp(secret, totpCode(secret, stepAt(now) + steps), now)).toEqual({ kind: 'clock', minutes });
});

it.each(['', '12345', '1234567', 'abcdef', '000000'])('refuses %s', (typed) => expect(judgeTotp(secret, typed, at(1111111111))).toEqual({ kind: 'wrong' }));

it.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['foobar', 'MZXW6YTBOI'],
])('writes %j as %s (RFC 4648, 10)', (text, expected) => expect(base32(Buffer.from(text))).toBe(expected));

it('makes the address that applications read', () => {
  expect(otpauthUri(secret, '199003052015032904')).toBe('otpauth://totp/Pamong:199003052015032904?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Pamong&algorithm=SHA1&digits=6&period=30');
});
