import { inflateSync } from 'node:zlib';
import { printableData } from '@pamong/platform/documents/printable-text';
import { qrCodeSvg } from '@pamong/platform/documents/qr-code';
import { TypstRenderer } from '@pamong/platform/documents/typst-renderer';
import { CERTIFICATE_TEMPLATE } from './certificate.template.js';
import type { CertificatePrint } from './certificate.template.js';

const URL = 'https://pamong.muaralestari.example/v/7KQ2-MX9D-4TFH-V';

const PRINT: CertificatePrint = {
  date: [2026, 11, 9],
  emblem: null,
  parent: 'Pemerintah Kota Muara Lestari',
  agency: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
  title: 'Sertifikat',
  number: '0007/AI-101/XI/2026',
  name: 'Dr. Ir. Hj. Nurhayati Ratnasari Dewi, S.STP., M.Si.',
  identity: 'NIP 19870314 201101 2 903',
  position: ['Penata Tingkat I (III/d) · Pranata Komputer Ahli Muda', 'Dinas Komunikasi dan Informatika, Kota Muara Lestari'],
  deed: 'telah menyelesaikan dan dinyatakan lulus pelatihan',
  course: 'Kecerdasan Artifisial untuk Pekerjaan Sehari-hari ASN',
  sentence: ['yang diselenggarakan secara daring', 'pada 3 s.d. 9 November 2026 selama 4 (empat) jam pelajaran'],
  issued: 'Muara Lestari, 9 November 2026',
  issuer: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
  qr: qrCodeSvg(URL),
  verifyUrl: URL,
  code: '7KQ2-MX9D-4TFH-V',
  sealNote: 'Disegel oleh sistem; belum ditandatangani secara elektronik',
  subjects: [{ title: 'Mengenal kecerdasan artifisial', jp: 4 }],
  totalJp: 4,
};

const EMBLEM = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>');

let renderer: TypstRenderer;
beforeAll(() => {
  renderer = new TypstRenderer({ processes: 1 });
});
afterAll(() => renderer.close());

const render = (changes: Partial<CertificatePrint> = {}): Promise<Buffer> =>
  renderer.render({
    template: CERTIFICATE_TEMPLATE,
    data: printableData({ ...PRINT, ...changes }),
    files: changes.emblem ? [{ path: changes.emblem, content: EMBLEM }] : [],
  });

const pages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

/** Sizes (points) of text that the pages set, from the inflated content streams. */
function textSizes(pdf: Buffer): number[] {
  const sizes: number[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    const end = pdf.indexOf('\nendstream', at);
    try {
      const content = inflateSync(pdf.subarray(at + 7, end)).toString('latin1');
      for (const match of content.matchAll(/\/f\d+ ([\d.]+) Tf/g)) sizes.push(Number(match[1]));
    } catch {
      // Metadata is not compressed.
    }
  }
  return sizes;
}

test('a certificate is two pages of PDF/A-2b with its title, date and fonts', async () => {
  const pdf = await render();
  const text = pdf.toString('latin1');
  expect(pages(pdf)).toBe(2);
  expect(text).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
  expect(text).toContain('(Sertifikat 0007/AI-101/XI/2026)');
  expect(text).toContain('D:20261109');
  const fonts = new Set([...text.matchAll(/\/BaseFont \/[A-Z]{6}\+(\S+)/g)].map((match) => match[1]));
  expect([...fonts].sort()).toEqual(['PlusJakartaSans-Bold', 'PlusJakartaSans-Regular']);
  expect(pdf.length).toBeLessThan(120_000);
});

test('long names shrink, and the longest of everything still is two pages', async () => {
  const long = 'Prof. Dr. dr. Raden Mas Panji Kusumawardhana Suryaningrat '.repeat(4).slice(0, 200);
  const unbroken = 'X'.repeat(200);
  expect(Math.max(...textSizes(await render({ name: long })).filter((size) => size !== 33 && size !== 19))).toBeLessThan(18);
  for (const text of [long, unbroken]) {
    const pdf = await render({
      emblem: '/emblem-test.svg', name: text, course: text, agency: text, parent: text, issuer: text, position: [text, text], sentence: [text, text],
    });
    expect(pages(pdf)).toBe(2);
  }
});

test('people without a number, a rank or a parent agency get a certificate too', async () => {
  expect(pages(await render({ identity: '', position: ['', ''], parent: '', name: 'Sulastri' }))).toBe(2);
});

test('hostile text is printed as it is typed', async () => {
  const hostile = '#panic() *b* $x$ "q" \\ <l> @r // `c` [x] {y} 😀 שלום \u202e';
  const pdf = await render({ name: hostile, course: hostile, number: hostile, code: hostile, subjects: [{ title: hostile, jp: 4 }], position: [hostile] });
  expect(pages(pdf)).toBe(2);
});

test('many subjects run on to further pages', async () => {
  const subjects = Array.from({ length: 40 }, (_, index) => ({ title: `Mata pelatihan ${index + 1}`, jp: 1 }));
  expect(pages(await render({ subjects, totalJp: 40 }))).toBeGreaterThan(2);
});
