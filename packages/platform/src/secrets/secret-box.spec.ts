import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SecretBox } from './secret-box.js';

describe('the secret box', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pamong-box-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('opens what any process with the same folder sealed, for its context only', async () => {
    const sealed = await Promise.all(Array.from({ length: 8 }, () => new SecretBox(folder).seal('rahasia', 'a')));
    for (const one of sealed) {
      expect(one).not.toContain(Buffer.from('rahasia').toString('base64url'));
      expect(await new SecretBox(folder).open(one, 'a')).toBe('rahasia');
    }
    expect(new Set(sealed).size).toBe(8);
    await expect(new SecretBox(folder).open(sealed[0] ?? '', 'b')).rejects.toThrow();
  });

  it('refuses what was changed, and what another installation sealed', async () => {
    const box = new SecretBox(folder);
    const sealed = await box.seal('rahasia', 'a');
    const changed = Buffer.from(sealed, 'base64url');
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    await expect(box.open(changed.toString('base64url'), 'a')).rejects.toThrow();
    await expect(new SecretBox(join(folder, 'other')).open(sealed, 'a')).rejects.toThrow();
    await expect(box.open('', 'a')).rejects.toThrow();
  });

  it('keeps its key from other users, and never replaces one that it cannot read', async () => {
    await new SecretBox(folder).seal('rahasia', 'a');
    const file = join(folder, 'secrets', 'box.key');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await writeFile(file, 'short');
    await expect(new SecretBox(folder).seal('rahasia', 'a')).rejects.toThrow('not a key');
  });
});
