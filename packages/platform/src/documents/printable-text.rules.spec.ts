import { printableData, printableText } from './printable-text.js';

test.each([
  ['Dr. Ir. Hj. Nurhayati, S.STP., M.Si.', 'Dr. Ir. Hj. Nurhayati, S.STP., M.Si.'],
  ['Siti\u00a0 Aminah\n\t', 'Siti Aminah'],
  ['e\u0301tude', 'étude'],
  ['Budi 😀👩‍🔬🇮🇩 Santoso', 'Budi Santoso'],
  ['\u202eevil\u202c\u0000\u200b', 'evil'],
  ['Ахмад Ζωή שלום', 'Ахмад Ζωή שלום'],
  ['سلام 日本', '???? ??'],
  ['#let x = [*b*] $y$ "q" \\ <l> @r', '#let x = [*b*] $y$ "q" \\ <l> @r'],
])('%j prints as %j', (text, printed) => expect(printableText(text)).toBe(printed));

test('data keeps its shape and its numbers', () => {
  expect(printableData({ a: [' x ', 1, null], b: { c: '😀' } })).toEqual({ a: ['x', 1, null], b: { c: '' } });
});
