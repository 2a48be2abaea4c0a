import { randomInt } from 'node:crypto';
import { makeCode, maskedNumber, normaliseCode } from './activation-code.rules.js';

test('is ten letters and digits that cannot be mistaken on paper, in two groups', () => {
  const codes = Array.from({ length: 500 }, () => makeCode((below) => randomInt(below)));
  for (const code of codes) expect(code).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{5}-[34679ACDEFGHJKMNPQRTWXY]{5}$/);
  expect(new Set(codes).size).toBe(500);
});

test('is read however it is typed', () => {
  expect(normaliseCode(' k7m3p 4wqrt ')).toBe('K7M3P4WQRT');
  expect(normaliseCode('K7M3P-4WQRT')).toBe('K7M3P4WQRT');
});

test('shows only the end of a number', () => {
  expect(maskedNumber('198703142011012903')).toBe('•••• 2903');
  expect(maskedNumber(null)).toBeNull();
});
