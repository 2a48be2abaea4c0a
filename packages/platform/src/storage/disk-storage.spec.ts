import { mkdtemp, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DiskStorage } from './disk-storage.js';
import { StorageMissing, storageKey, type StorageKey } from './storage.js';

let root: string;
let storage: DiskStorage;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pamong-storage-'));
  storage = new DiskStorage(join(root, 'storage'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const KEY = storageKey('media', '0193-abc', 'source');

describe('storageKey', () => {
  it.each([['..'], ['a/../b'], ['/etc/passwd'], ['a//b'], ['Rapat Besar.mp4'], ['.hidden'], ['a\0b'], ['a\\b'], [''], ['a..b']])('refuses %p', (part) => {
    expect(() => storageKey(part)).toThrow('not a storage key');
  });
});

describe('DiskStorage', () => {
  it('keeps, ranges, replaces and removes', async () => {
    expect(await storage.put(KEY, Readable.from([Buffer.from('satu '), Buffer.from('dua')]))).toEqual({ bytes: 8 });
    expect(await text(await storage.read(KEY))).toBe('satu dua');
    expect(await text(await storage.read(KEY, { start: 5, end: 6 }))).toBe('du');
    await storage.put(KEY, Buffer.from('tiga'));
    expect(await storage.stat(KEY)).toMatchObject({ bytes: 4 });
    await storage.remove(KEY);
    await storage.remove(KEY);
    expect(await storage.stat(KEY)).toBeNull();
    await expect(storage.read(KEY)).rejects.toBeInstanceOf(StorageMissing);
    await expect(storage.withLocalFile(KEY, async (path) => path)).rejects.toBeInstanceOf(StorageMissing);
  });

  it('keeps the old object and no crumbs when a write breaks off', async () => {
    await storage.put(KEY, Buffer.from('lama'));
    const broken = new Readable({
      read() {
        this.push('ba');
        this.destroy(new Error('the line dropped'));
      },
    });
    await expect(storage.put(KEY, broken)).rejects.toThrow('the line dropped');
    expect(await text(await storage.read(KEY))).toBe('lama');
    expect(await readdir(join(root, 'storage', 'work'))).toEqual([]);
  });

  it('takes over files and folders, replacing what was there', async () => {
    const work = await storage.workFolder();
    await writeFile(join(work, 'film'), 'film');
    await storage.adopt(KEY, join(work, 'film'));
    expect(await storage.withLocalFile(KEY, (path) => readFile(path, 'utf8'))).toBe('film');

    const prefix = storageKey('media', '0193-abc', 'hls', 'v240');
    for (const words of ['lama', 'baru']) {
      await mkdir(join(work, 'v240'));
      await writeFile(join(work, 'v240', 'index.m3u8'), words);
      await storage.adoptFolder(prefix, join(work, 'v240'));
    }
    expect(await text(await storage.read(storageKey(prefix, 'index.m3u8')))).toBe('baru');
    await storage.removeFolder(storageKey('media', '0193-abc'));
    expect(await storage.stat(KEY)).toBeNull();
  });

  it('refuses a key that was forged past the type', async () => {
    await expect(storage.read('../outside' as StorageKey)).rejects.toThrow('not a storage key');
  });

  it('sweeps up what killed processes have left, and nothing that is in use', async () => {
    const old = await storage.workFolder();
    const fresh = await storage.workFolder();
    await utimes(old, new Date(0), new Date(0));
    expect(await storage.sweepWork(new Date(Date.now() - 60_000))).toBe(1);
    expect((await readdir(join(root, 'storage', 'work'))).map((name) => join(root, 'storage', 'work', name))).toEqual([fresh]);
  });

  it('checks itself', async () => {
    await expect(storage.check()).resolves.toBeUndefined();
    await writeFile(join(root, 'a-file'), '');
    await expect(new DiskStorage(join(root, 'a-file')).check()).rejects.toThrow();
  });
});
