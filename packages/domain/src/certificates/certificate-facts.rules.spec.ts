import { certificateCode, readCertificateCode } from './certificate-code.rules.js';
import { DEFAULT_NUMBER_TEMPLATE, formatNumber, isNumberTemplate, numberPlaceholders, numberTemplateFault } from './certificate-number.rules.js';
import { maskedNumber, placeOfAgency, printedIdentity, rankAndPost } from './identity.rules.js';

const PARTS = { seq: 7, courseCode: 'AI-101', date: '2026-11-09', classification: '800.2.4', unit: 'BKPSDM' };

test.each([
  [DEFAULT_NUMBER_TEMPLATE, '0007/AI-101/XI/2026'],
  ['{klasifikasi}/{seq}/{unit}/{bulan}/{tahun}', '800.2.4/7/BKPSDM/11/2026'],
  ['SKP-{seq:6}/{bulan_romawi}/{tahun}', 'SKP-000007/XI/2026'],
])('%s makes %s', (template, number) => {
  expect(isNumberTemplate(template)).toBe(true);
  expect(formatNumber(template, PARTS)).toBe(number);
});

test.each(['{tahun}', '{seq}', '{seq}/{tahun}/{nip}', '{seq}/{tahun}/{', `{seq}/{tahun}/${'x'.repeat(200)}`])('%s is refused', (template) => {
  expect(isNumberTemplate(template)).toBe(false);
});

test.each([
  ['{seq}/{tahun}/{nip}', 'placeholder_unknown', 'nip'],
  ['{seq}/{tahun}/{Tahun}', 'placeholder_unknown', 'Tahun'],
  ['{seq:10}/{tahun}', 'placeholder_unknown', 'seq:10'],
  ['{seq}/{tahun}/{}', 'placeholder_unknown', ''],
  ['{seq}/{constructor}/{tahun}', 'placeholder_unknown', 'constructor'],
  ['{seq/{tahun}', 'brace_stray', ''],
  ['A/{tahun}', 'sequence_missing', ''],
  ['{seq:4}/A', 'year_missing', ''],
])('%s is refused because of %s "%s"', (template, code, placeholder) => expect(numberTemplateFault(template)).toEqual({ code, placeholder }));

test('every placeholder that is offered makes a number', () => {
  const template = numberPlaceholders.map((placeholder) => `{${placeholder}}`).join('/');
  expect(numberTemplateFault(template)).toBeNull();
  expect(formatNumber(template, PARTS)).not.toMatch(/[{}]|undefined/);
});

test('a sequence longer than its width is never cut', () => {
  expect(formatNumber(DEFAULT_NUMBER_TEMPLATE, { ...PARTS, seq: 12_345 })).toBe('12345/AI-101/XI/2026');
});

test('a code has 60 bits, and is read however it was typed', () => {
  expect(certificateCode(new Uint8Array(12).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ');
  const code = certificateCode(Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]));
  expect(code).toBe('0123-4567-89AB');
  expect(readCertificateCode(' o1l3 4567-89ab ')).toBe('0113-4567-89AB');
  for (const wrong of ['', '0123-4567-89A', '0123-4567-89AU', '0123-4567-89ABC', '../../etc']) expect(readCertificateCode(wrong)).toBeNull();
  expect(() => certificateCode(new Uint8Array(11))).toThrow(RangeError);
});

test('staff numbers are printed spaced and shown to strangers masked', () => {
  expect(printedIdentity({ kind: 'NIP', value: '198703142011012903' })).toBe('NIP 19870314 201101 2 903');
  expect(printedIdentity({ kind: 'NI_PPPK', value: '199205172024212911' })).toBe('NI PPPK 19920517 202421 2 911');
  expect(printedIdentity(null)).toBe('');
  expect(maskedNumber({ kind: 'NIP', value: '198703142011012903' })).toEqual({ kind: 'NIP', value: '1987•••••••••••903' });
  expect(maskedNumber(null)).toBeNull();
});

test.each([
  [{ rankCode: 'III/d', rankName: 'Penata Tingkat I', postName: 'Analis' }, 'Penata Tingkat I (III/d) · Analis'],
  [{ rankCode: 'IX', rankName: null, postName: 'Guru Ahli Pertama' }, 'Golongan IX · Guru Ahli Pertama'],
  [{ rankCode: null, rankName: null, postName: 'Narasumber' }, 'Narasumber'],
  [{ rankCode: null, rankName: null, postName: null }, ''],
])('%j is printed as "%s"', (person, line) => expect(rankAndPost(person)).toBe(line));

test('a government issues where it governs', () => {
  expect(placeOfAgency('Pemerintah Kota Muara Lestari')).toBe('Muara Lestari');
  expect(placeOfAgency('Pemerintah Provinsi Nusa Cendana')).toBe('Nusa Cendana');
  expect(placeOfAgency('Kementerian Contoh')).toBe('');
});
