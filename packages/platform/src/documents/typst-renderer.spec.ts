import { printableData } from './printable-text.js';
import { TypstRenderer } from './typst-renderer.js';
import type { DocumentTemplate } from './typst-process.js';
import { TypstProcessEnded } from './typst-process.js';

const template = (name: string, body: string): DocumentTemplate => ({
  name,
  source: `#let d = json(bytes(sys.inputs.data))
#set document(date: datetime(year: 2026, month: 11, day: 9), title: "Contoh")
#set text(font: ("Plus Jakarta Sans", "Libertinus Serif"), fallback: false)
${body}`,
});

const NAME = template('name', '#d.name #text(weight: 700, d.name)');
const SLOW = template('slow', '#range(d.turns).fold(0, (sum, n) => sum + range(1000).sum())');

const open: TypstRenderer[] = [];
const renderer = (limits: ConstructorParameters<typeof TypstRenderer>[0] = {}): TypstRenderer => {
  const made = new TypstRenderer({ processes: 1, ...limits });
  open.push(made);
  return made;
};

afterAll(() => open.forEach((made) => made.close()));

const text = (pdf: Buffer): string => pdf.toString('latin1');

test('renders PDF/A-2b in the fonts of the product', async () => {
  const pdf = text(await renderer().render({ template: NAME, data: { name: 'Nurhayati' } }));
  expect(pdf).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
  const fonts = new Set([...pdf.matchAll(/\/BaseFont \/[A-Z]{6}\+(\S+)/g)].map((match) => match[1]));
  expect([...fonts].sort()).toEqual(['PlusJakartaSans-Bold', 'PlusJakartaSans-Regular']);
});

test('text is data, never markup', async () => {
  const hostile = ['#panic("x")', '*b* _i_ $x$', '"\\', '#read("/etc/passwd")', '<a> @b // c', '😀', 'שלום', 'x'.repeat(10_000), '\u0000\uffff', '{"a":1}'];
  const shared = renderer();
  for (const name of hostile) await expect(shared.render({ template: NAME, data: printableData({ name }) })).resolves.toBeInstanceOf(Buffer);
});

test('a template sees no file of the machine', async () => {
  const spy = template('spy', '#read(d.path)');
  for (const path of ['/etc/hostname', '../../etc/hostname', '/package.json']) {
    await expect(renderer().render({ template: spy, data: { path } })).rejects.toThrow(/file not found|access denied|escape/);
  }
});

test('a faulty template fails alone and says why', async () => {
  const shared = renderer();
  await expect(shared.render({ template: template('bad', '#nothing'), data: {} })).rejects.toThrow('unknown variable: nothing');
  await expect(shared.render({ template: NAME, data: { name: 'Sesudahnya' } })).resolves.toBeInstanceOf(Buffer);
});

test('children are recycled and every waiting document is answered in its own words', async () => {
  const shared = renderer({ documentsPerProcess: 3 });
  const seen = new Set<number>();
  const pdfs = await Promise.all(
    Array.from({ length: 10 }, async (_, index) => {
      const pdf = await shared.render({ template: template('title', '#set document(title: d.name)\n#d.name'), data: { name: `Judul ${index}` } });
      shared.pids().forEach((pid) => seen.add(pid));
      return text(pdf);
    }),
  );
  pdfs.forEach((pdf, index) => expect(pdf).toContain(`(Judul ${index})`));
  expect(seen.size).toBeGreaterThanOrEqual(3);
});

test('a child killed in the middle is replaced and its document rendered again', async () => {
  const shared = renderer();
  await shared.render({ template: NAME, data: { name: 'Pemanasan' } });
  const [pid] = shared.pids();
  const answer = shared.render({ template: SLOW, data: { turns: 3000 } });
  process.kill(pid ?? 0, 'SIGKILL');
  await expect(answer).resolves.toBeInstanceOf(Buffer);
  expect(shared.pids()).not.toContain(pid);
});

test('a document beyond the time limit is given up, the next is not', async () => {
  const shared = renderer({ timeLimitMs: 1500 });
  await expect(shared.render({ template: SLOW, data: { turns: 50_000_000 } })).rejects.toThrow(TypstProcessEnded);
  await expect(shared.render({ template: NAME, data: { name: 'Berikutnya' } })).resolves.toBeInstanceOf(Buffer);
});

test('a document that eats the memory is given up, the next is not', async () => {
  const shared = renderer({ memoryLimitBytes: 300 * 1024 * 1024, timeLimitMs: 60_000 });
  const greedy = template('greedy', '#range(d.turns).map(n => str(n) * 60).join().len()');
  await expect(shared.render({ template: greedy, data: { turns: 50_000_000 } })).rejects.toThrow('bytes of memory');
  await expect(shared.render({ template: NAME, data: { name: 'Berikutnya' } })).resolves.toBeInstanceOf(Buffer);
});

test('a closed renderer refuses work and leaves no child', async () => {
  const shared = renderer();
  await shared.render({ template: NAME, data: { name: 'Terakhir' } });
  shared.close();
  expect(shared.pids()).toEqual([]);
  await expect(shared.render({ template: NAME, data: { name: 'Terlambat' } })).rejects.toThrow('closed');
});
