import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { appendRevision } from '../../../testing/pdf-revision.js';
import { describeWhere, program } from '../../../testing/requirements.js';
import { TypstRenderer } from '../../typst-renderer.js';
import { SealRegistry } from '../seal-driver.js';
import { openSealKeys } from './seal-keys.js';
import { SystemSealDriver } from './system-seal.driver.js';

const run = promisify(execFile);
const OCCASION = { reason: 'Penerbitan sertifikat "A" (uji) \\', location: 'Palu', time: new Date() };
const YEAR = 365 * 24 * 60 * 60 * 1000;

let folder: string;
let plain: Buffer;
let sealed: Buffer;
let driver: SystemSealDriver;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamong-seal-'));
  const renderer = new TypstRenderer({ processes: 1 });
  const source = '#set document(date: datetime(year: 2026, month: 11, day: 9), title: "Contoh")\n#set text(font: "Plus Jakarta Sans")\nSertifikat #pagebreak() dua';
  plain = await renderer.render({ template: { name: 'seal', source }, data: {} });
  renderer.close();
  driver = new SystemSealDriver(join(folder, 'keys'));
  sealed = await driver.seal(plain, OCCASION);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('a sealed document verifies and keeps every byte it had', async () => {
  expect(sealed.subarray(0, plain.length).equals(plain)).toBe(true);
  const verdict = await driver.verify(sealed);
  expect(verdict).toMatchObject({ intact: true });
  expect(verdict.intact && Math.abs(verdict.sealedAt.getTime() - OCCASION.time.getTime()) < 1000).toBe(true);
});

test('one changed bit is found wherever it is', async () => {
  const positions = new Set<number>();
  for (let at = 0; at < plain.length; at += 211) positions.add(at);
  // The update, the message and its padding densely: a lenient reader would miss changes there.
  for (let at = plain.length; at < sealed.length; at += 23) positions.add(at);
  const missed: number[] = [];
  for (const at of positions) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ 0x01, at);
    if ((await driver.verify(changed)).intact) missed.push(at);
  }
  expect(positions.size).toBeGreaterThan(250);
  expect(missed).toEqual([]);
});

test('added, cut and unsealed documents are told apart', async () => {
  expect(await driver.verify(Buffer.concat([sealed, Buffer.from('\n')]))).toEqual({ intact: false, fault: 'extended' });
  expect((await driver.verify(sealed.subarray(0, -10))).intact).toBe(false);
  expect(await driver.verify(plain)).toEqual({ intact: false, fault: 'unsealed' });
  expect(await driver.verify(Buffer.from('bukan PDF'))).toEqual({ intact: false, fault: 'unsealed' });
});

test('a revision that every reader shows is found, also when it was sealed again by somebody else', async () => {
  const revised = appendRevision(sealed);
  expect(revised.subarray(0, sealed.length).equals(sealed)).toBe(true);
  expect(await driver.verify(revised)).toEqual({ intact: false, fault: 'extended' });
  expect(await driver.verify(appendRevision(revised, '0 0 1 rg 0 0 90 90 re f'))).toEqual({ intact: false, fault: 'extended' });
});

test('the seal of another installation is foreign', async () => {
  const other = new SystemSealDriver(join(folder, 'other'));
  expect(await driver.verify(await other.seal(plain, OCCASION))).toEqual({ intact: false, fault: 'foreign' });
});

test('keys are readable by their owner only, and a seal already sealed is refused', async () => {
  for (const name of await readdir(join(folder, 'keys'))) expect((await stat(join(folder, 'keys', name))).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
  await expect(driver.seal(sealed, OCCASION)).rejects.toThrow('cross-reference table');
});

test('starts that race agree on one pair of keys', async () => {
  const racing = join(folder, 'racing');
  const opened = await Promise.all(Array.from({ length: 8 }, () => openSealKeys(racing, new Date())));
  expect(new Set(opened.map(({ seal }) => seal.certificate.serialNumber)).size).toBe(1);
  expect(await readdir(racing)).toEqual(['authority.pem', 'seal-0001.pem']);
});

test('an ending certificate is followed by a new one, and old seals stay valid', async () => {
  const later = { ...OCCASION, time: new Date(OCCASION.time.getTime() + 2.9 * YEAR) };
  const renewed = await driver.seal(plain, later);
  expect((await readdir(join(folder, 'keys'))).sort()).toEqual(['authority.pem', 'seal-0001.pem', 'seal-0002.pem']);
  const [before, after] = [await driver.verify(sealed), await driver.verify(renewed)];
  expect(before.intact && after.intact && before.serial !== after.serial).toBe(true);
});

test('the registry knows its drivers by name', () => {
  expect(new SealRegistry([driver]).get('system')).toBe(driver);
  expect(() => new SealRegistry([driver]).get('bsre')).toThrow('No seal driver');
  expect(() => new SealRegistry([driver, driver])).toThrow('Two seal drivers');
});

describeWhere(program('another reader of seals', 'pdfsig'), 'pdfsig', () => {
  test('agrees that the seal is valid and covers the document', async () => {
    const path = join(folder, 'sealed.pdf');
    await writeFile(path, sealed);
    const said = await pdfsig(path);
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
  });

  test('does not say that the seal covers a revision that was appended', async () => {
    const path = join(folder, 'revised.pdf');
    await writeFile(path, appendRevision(sealed));
    const said = await pdfsig(path);
    // It reads the revised file as a PDF with one signature: the revision is well formed.
    expect(said).toContain('Signature #1');
    expect(said).toContain('Not total document signed');
    expect(said).not.toMatch(/(?<!Not )total document signed/i);
  });

  /** It answers with an error code for an authority that it does not know. */
  async function pdfsig(path: string): Promise<string> {
    return (await run('pdfsig', [path]).catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }))).stdout;
  }
});
