import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { cp, mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Storage, StorageMissing, storageKey, type ByteRange, type StorageKey, type StoredObject } from './storage.js';

const OBJECTS = 'objects';
const WORK = 'work';

/**
 * Objects as files below one folder of the installation. Writes go to a work folder on the same file system, are flushed to the
 * disk, and are then renamed, so a power cut leaves the old object or the new one.
 */
export class DiskStorage extends Storage {
  private readonly objects: string;
  private readonly work: string;

  constructor(root: string) {
    super();
    this.objects = resolve(root, OBJECTS);
    this.work = resolve(root, WORK);
  }

  async put(key: StorageKey, source: Readable | Uint8Array): Promise<{ bytes: number }> {
    const part = await this.partial();
    try {
      await pipeline(source instanceof Uint8Array ? Readable.from([source]) : source, createWriteStream(part, { flags: 'wx', flush: true }));
      return await this.adopt(key, part);
    } finally {
      await rm(part, { force: true });
    }
  }

  async adopt(key: StorageKey, localFile: string): Promise<{ bytes: number }> {
    const target = this.path(key);
    await mkdir(dirname(target), { recursive: true });
    await move(localFile, target, this.work);
    const { size } = await stat(target);
    return { bytes: size };
  }

  async adoptFolder(prefix: StorageKey, localFolder: string): Promise<void> {
    const target = this.path(prefix);
    await mkdir(dirname(target), { recursive: true });
    await rm(target, { recursive: true, force: true });
    await move(localFolder, target, this.work);
  }

  async read(key: StorageKey, range?: ByteRange): Promise<Readable> {
    // Opened before it is returned, so that a missing object is an answer and not a broken stream.
    const file = await open(this.path(key), 'r').catch(missing(key));
    return file.createReadStream(range ? { start: range.start, end: range.end } : {});
  }

  async stat(key: StorageKey): Promise<StoredObject | null> {
    const found = await stat(this.path(key)).catch(() => null);
    return found?.isFile() ? { bytes: found.size, modifiedAt: found.mtime } : null;
  }

  async remove(key: StorageKey): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  async removeFolder(prefix: StorageKey): Promise<void> {
    await rm(this.path(prefix), { recursive: true, force: true });
  }

  async withLocalFile<T>(key: StorageKey, use: (path: string) => Promise<T>): Promise<T> {
    const path = this.path(key);
    await stat(path).catch(missing(key));
    return use(path);
  }

  async workFolder(): Promise<string> {
    await mkdir(this.work, { recursive: true });
    return mkdtemp(join(this.work, 'job-'));
  }

  async sweepWork(before: Date): Promise<number> {
    let removed = 0;
    for (const name of await readdir(this.work).catch(() => [])) {
      const path = join(this.work, name);
      const found = await stat(path).catch(() => null);
      if (found === null || found.mtime >= before) continue;
      await rm(path, { recursive: true, force: true });
      removed += 1;
    }
    return removed;
  }

  async check(): Promise<void> {
    const key = storageKey('health', randomBytes(6).toString('hex'));
    await this.put(key, Buffer.from('ok'));
    const found = await this.stat(key);
    await this.remove(key);
    if (found?.bytes !== 2) throw new Error('storage did not return what was written');
  }

  private path(key: StorageKey): string {
    const path = resolve(this.objects, storageKey(key));
    // A second lock on the same door: the key was checked, the result is checked as well.
    if (!path.startsWith(this.objects + sep)) throw new Error('a storage key led outside the storage');
    return path;
  }

  private async partial(): Promise<string> {
    await mkdir(this.work, { recursive: true });
    return join(this.work, `put-${randomBytes(8).toString('hex')}`);
  }
}

async function move(from: string, to: string, work: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!isCode(error, 'EXDEV')) throw error;
    // Another file system: copy to our side first, so that the last step is a rename again.
    await mkdir(work, { recursive: true });
    const near = join(await mkdtemp(join(work, 'move-')), 'copy');
    await cp(from, near, { recursive: true });
    await rename(near, to);
    await rm(dirname(near), { recursive: true, force: true });
    await rm(from, { recursive: true, force: true });
  }
}

const missing = (key: StorageKey) => (error: unknown): never => {
  if (isCode(error, 'ENOENT') || isCode(error, 'EISDIR')) throw new StorageMissing(key);
  throw error;
};

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException | null)?.code === code;
