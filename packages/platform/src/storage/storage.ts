import type { Readable } from 'node:stream';

/**
 * A key of ours: lower-case words, digits, `.`, `-` and `_` in folders divided by `/`. What a user called a file is never part of
 * it. Made by {@link storageKey}, which refuses everything else, so a traversal cannot be written down.
 */
export type StorageKey = string & { readonly __storageKey: unique symbol };

export interface StoredObject {
  bytes: number;
  modifiedAt: Date;
}

/** An inclusive range of bytes, as in HTTP. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Where files live: this disk now, an object store when the installation has outgrown one machine.
 * A writer's object is there wholly or not at all; a reader never sees half of it. Removing what is absent is no error.
 */
export abstract class Storage {
  /** Writes an object, replacing an earlier one. @throws Error when the source fails: then nothing is kept. */
  abstract put(key: StorageKey, source: Readable | Uint8Array): Promise<{ bytes: number }>;
  /** Takes over a file that lies on this machine (it is gone from there afterwards). */
  abstract adopt(key: StorageKey, localFile: string): Promise<{ bytes: number }>;
  /** Takes over a folder with its files as objects below the prefix, replacing what was there. */
  abstract adoptFolder(prefix: StorageKey, localFolder: string): Promise<void>;
  /** @throws StorageMissing */
  abstract read(key: StorageKey, range?: ByteRange): Promise<Readable>;
  abstract stat(key: StorageKey): Promise<StoredObject | null>;
  abstract remove(key: StorageKey): Promise<void>;
  /** Removes every object below the prefix. */
  abstract removeFolder(prefix: StorageKey): Promise<void>;
  /**
   * Gives a program a path to the object's bytes for as long as `use` runs. On a disk that is the file itself (never write to it);
   * an object store downloads it first. @throws StorageMissing
   */
  abstract withLocalFile<T>(key: StorageKey, use: (path: string) => Promise<T>): Promise<T>;
  /** A new empty folder from which `adopt` and `adoptFolder` are cheap. The caller removes it. */
  abstract workFolder(): Promise<string>;
  /** Removes work folders and broken writes that nobody has touched since this moment: what killed processes have left. */
  abstract sweepWork(before: Date): Promise<number>;
  /** Writes, reads and removes a small object: for `/health/ready`. @throws Error */
  abstract check(): Promise<void>;
}

export class StorageMissing extends Error {
  constructor(readonly key: string) {
    super(`nothing is stored under ${key}`);
    this.name = 'StorageMissing';
  }
}

const PART = /^[a-z0-9][a-z0-9._-]{0,99}$/;

/** Joins parts into a key. @throws Error when a part is not a plain name (`..`, an absolute path, a space, a capital). */
export function storageKey(...parts: string[]): StorageKey {
  const all = parts.flatMap((part) => part.split('/'));
  for (const part of all) {
    if (!PART.test(part) || part.includes('..')) throw new Error(`not a storage key: ${JSON.stringify(parts.join('/').slice(0, 120))}`);
  }
  if (all.length === 0) throw new Error('a storage key needs at least one part');
  return all.join('/') as StorageKey;
}
