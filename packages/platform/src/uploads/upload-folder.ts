import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Upload } from '@tus/server';

const ID = /^[0-9a-f-]{36}$/;

/** How far an upload is, in bytes. */
export interface UploadState {
  size: number;
  offset: number;
}

/**
 * Unfinished uploads as files of one folder, each under an id of ours. The API's tus handler writes to the same store; what has
 * arrived survives a restart of anything.
 */
export class UploadFolder {
  readonly store: FileStore;

  constructor(private readonly folder: string) {
    this.store = new FileStore({ directory: folder });
  }

  /** Makes an empty upload that waits for `size` bytes. */
  async create(id: string, size: number): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await this.store.create(new Upload({ id: checked(id), size, offset: 0 }));
  }

  /** Null for an upload that does not exist (any more). */
  async find(id: string): Promise<UploadState | null> {
    try {
      const { size, offset } = await this.store.getUpload(checked(id));
      return { size: size ?? 0, offset };
    } catch {
      return null;
    }
  }

  /** Path of the bytes that have arrived. */
  path(id: string): string {
    return join(this.folder, checked(id));
  }

  async remove(id: string): Promise<void> {
    await Promise.all([rm(this.path(id), { force: true }), rm(`${this.path(id)}.json`, { force: true })]);
  }

  /** When the last byte arrived; null for an upload that does not exist. */
  async touchedAt(id: string): Promise<Date | null> {
    return stat(this.path(id)).then(
      (found) => found.mtime,
      () => null,
    );
  }

  /** Ids of all uploads that lie here. */
  async list(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names.filter((name) => ID.test(name));
  }
}

function checked(id: string): string {
  if (!ID.test(id)) throw new Error('not an id of an upload');
  return id;
}
