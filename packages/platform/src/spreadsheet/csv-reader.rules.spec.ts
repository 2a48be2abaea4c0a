import { bestDelimiter, decode, records } from './csv-reader.js';
import { writeCsv } from './write-csv.js';

const fieldsOf = (text: string, delimiter = ';') => [...records(text, delimiter)].map(({ fields }) => fields);

it('reads quotes, doubled quotes, line ends within quotes and lines that end in any way', () => {
  expect(fieldsOf('a;"b;c"\r\n"d ""e""";f\n\n"g\nh";i\rj;')).toEqual([['a', 'b;c'], ['d "e"', 'f'], [''], ['g\nh', 'i'], ['j', '']]);
});

it('numbers records by the line on which they begin', () => {
  expect([...records('a\n"b\nc"\nd', ';')].map(({ row }) => row)).toEqual([1, 2, 4]);
});

it('ends with the text where a quote is never closed', () => {
  expect(fieldsOf('a;"b;c')).toEqual([['a', 'b;c']]);
});

it.each([
  [';', 'nip;nama\n1;"Satu, dua, tiga"\n'],
  [',', 'nip,nama\n1,"a;b;c"\n'],
  ['\t', 'nip\tnama\n1\tSutrisno, S.Kom.\n'],
  ['|', 'nip|nama\n1|x\n'],
])('finds the delimiter %j', (delimiter, text) => {
  expect(bestDelimiter(text)).toBe(delimiter);
});

it.each([
  ['UTF-8 with its mark', Buffer.from('\ufeffSapto Ma’ruf')],
  ['UTF-8', Buffer.from('Sapto Ma’ruf')],
  ['Windows-1252', Buffer.from('Sapto Ma\x92ruf', 'latin1')],
  ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Sapto Ma’ruf', 'utf16le')])],
])('reads %s', (_name, bytes) => {
  expect(decode(bytes)).toBe('Sapto Ma’ruf');
});

it('refuses bytes that are no text', () => {
  expect(() => decode(Buffer.from([1, 0, 2, 0, 3]))).toThrow('NOT_A_SPREADSHEET');
});

it('writes values that would begin a formula as text', () => {
  expect(writeCsv([['=HYPERLINK("x")', '+62812', ' @a', 'a;b', '-', 'S.Kom.']])).toBe('\ufeff"\'=HYPERLINK(""x"")";\'+62812;\' @a;"a;b";\'-;S.Kom.\r\n');
});
