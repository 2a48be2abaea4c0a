import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { PersonPhoto } from '@pamong/contract/person-photos';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Reader } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { toPortrait } from '@pamong/platform/pictures/portrait-picture';
import type { StorageKey } from '@pamong/platform/storage/storage';
import { Storage, storageKey } from '@pamong/platform/storage/storage';
import type * as z from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { PeopleRepository } from './people.repository.js';
import type { Editor } from './person-page.service.js';
import { PersonPageService } from './person-page.service.js';
import { PhotoWishes } from './photo-wishes.js';

type Photo = z.input<typeof PersonPhoto>;

/**
 * Photos of people, for documents that print one. They lie in the storage below names of ours and are handed to the person and to whoever
 * may change people there; there is no address that a stranger could open.
 */
@Injectable()
export class PersonPhotosService {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleRepository,
    private readonly pages: PersonPageService,
    private readonly wishes: PhotoWishes,
    private readonly storage: Storage,
    private readonly audit: AuditService,
  ) {}

  /** @throws Problem NOT_FOUND */
  async describe(personId: string): Promise<Photo> {
    const { agencyId } = await this.placeOf(personId);
    const key = await this.keyOf(this.db, personId);
    return { wanted: await this.wishes.wanted(this.db, agencyId), url: key === null ? null : addressOf(personId, key) };
  }

  /**
   * Keeps a photo instead of the one before. The file is stored before the row names it, so a crash leaves a file that nobody names.
   * @throws Problem PHOTO_NOT_WANTED where no document of the agency prints one; PHOTO_UNREADABLE, PHOTO_TOO_SMALL, NOT_FOUND
   */
  async set(editor: Editor, personId: string, source: Uint8Array): Promise<Photo> {
    const { agencyId } = await this.placeOf(personId);
    if (!(await this.wishes.wanted(this.db, agencyId))) throw new Problem('PHOTO_NOT_WANTED');
    const made = await toPortrait(source);
    if (made === 'unreadable') throw new Problem('PHOTO_UNREADABLE');
    if (made === 'too_small') throw new Problem('PHOTO_TOO_SMALL');
    const key = storageKey('photos', personId, `${newId()}.jpg`);
    await this.storage.put(key, made.bytes);
    await this.replace(editor, personId, agencyId, key);
    return this.describe(personId);
  }

  /** @throws Problem NOT_FOUND */
  async remove(editor: Editor, personId: string): Promise<Photo> {
    await this.replace(editor, personId, (await this.placeOf(personId)).agencyId, null);
    return this.describe(personId);
  }

  /** The JPEG that the person has now. @throws Problem NOT_FOUND also for one of before */
  async open(personId: string, photoId: string): Promise<{ content: Readable; bytes: number }> {
    const key = await this.keyOf(this.db, personId);
    const stored = key === null || photoIdOf(key) !== photoId ? null : await this.storage.stat(key);
    if (key === null || stored === null) throw new Problem('NOT_FOUND');
    return { content: await this.storage.read(key), bytes: stored.bytes };
  }

  /** Where the photo lies, for documents; null: there is none. */
  async keyOf(reader: Reader, personId: string): Promise<StorageKey | null> {
    return ((await this.people.find(reader, personId))?.photoKey ?? null) as StorageKey | null;
  }

  private async replace(editor: Editor, personId: string, agencyId: string, key: StorageKey | null): Promise<void> {
    const before = await this.db.tx(async (tx) => {
      const old = await this.people.updatePhoto(tx, personId, key);
      if (old !== key) await this.audit.record(tx, { actor: editor, agencyId, action: key === null ? 'people.photo-removed' : 'people.photo-changed', subject: { kind: 'person', id: personId } });
      return old;
    });
    // What is replaced or removed is gone for good, not merely out of sight.
    if (before !== null && before !== key) await this.storage.remove(before as StorageKey);
  }

  private async placeOf(personId: string): Promise<{ agencyId: string }> {
    const place = await this.pages.placeOf(personId);
    if (place === null) throw new Problem('NOT_FOUND');
    return place;
  }
}

function photoIdOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1, -'.jpg'.length);
}

function addressOf(personId: string, key: string): string {
  return `/api/people/${personId}/photos/${photoIdOf(key)}`;
}
