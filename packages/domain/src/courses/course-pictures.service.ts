import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { pictureSizes, pictureWidths, toWebPicture } from '@pamong/platform/pictures/web-picture';
import type { StorageKey } from '@pamong/platform/storage/storage';
import { Storage, storageKey } from '@pamong/platform/storage/storage';
import type { Actor } from '../access/actor.js';
import type { CoursePictureEntity } from './course-picture.entity.js';
import { CoursePicturesRepository } from './course-pictures.repository.js';
import type { PictureFacts } from './text-page.rules.js';

/** Pictures of readings. The file is stored before its row, so a crash leaves a file that nobody names, never a row without a file. */
@Injectable()
export class CoursePicturesService {
  constructor(
    private readonly db: Database,
    private readonly pictures: CoursePicturesRepository,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a photograph or drawing as WebP, and in smaller sizes as AVIF and WebP.
   * @throws Problem PICTURE_UNREADABLE
   */
  async add(actor: Actor, courseId: string, source: Uint8Array): Promise<{ id: string; src: string; width: number; height: number }> {
    const picture = await toWebPicture(source);
    if (picture === null) throw new Problem('PICTURE_UNREADABLE');
    const { width, height } = picture;
    const id = newId();
    for (const size of await pictureSizes(picture)) await this.storage.put(sizeKey(id, size.name), size.bytes);
    await this.keep(courseId, picture.bytes, { contentType: 'image/webp', width, height, createdBy: actor.personId }, id);
    return { id, src: addressOf(id), width, height };
  }

  /** Keeps a vector drawing of ours as it is, for the demo; never for what a user sent. @returns its address */
  async addDrawing(courseId: string, svg: string): Promise<string> {
    return addressOf(await this.keep(courseId, Buffer.from(svg), { contentType: 'image/svg+xml', width: null, height: null, createdBy: null }));
  }

  /**
   * @param size `480.avif` and the like; the picture as it was kept without one
   * @throws Problem NOT_FOUND
   */
  async open(id: string, size?: string): Promise<{ contentType: string; bytes: number; body: Readable }> {
    const picture = await this.pictures.find(this.db, id);
    if (picture === null) throw new Problem('NOT_FOUND');
    if (size !== undefined) {
      const stored = await this.storage.stat(sizeKey(id, size));
      if (stored === null) throw new Problem('NOT_FOUND');
      return { contentType: size.endsWith('.avif') ? 'image/avif' : 'image/webp', bytes: stored.bytes, body: await this.storage.read(sizeKey(id, size)) };
    }
    return { contentType: picture.contentType, bytes: picture.bytes, body: await this.storage.read(keyOf(id)) };
  }

  /** Facts of pictures that a published page may offer in sizes; drawings and pictures from before there were sizes are left out. */
  async listSized(reader: Reader, ids: readonly string[]): Promise<Map<string, PictureFacts>> {
    const found = new Map<string, PictureFacts>();
    for (const { id, width, height } of await this.pictures.listMeasured(reader, ids)) {
      if ((await this.storage.stat(sizeKey(id, `${width}.avif`))) === null) continue;
      found.set(id, { width, height, widths: [...pictureWidths.filter((one) => one < width), width] });
    }
    return found;
  }

  private async keep(courseId: string, bytes: Buffer, facts: Pick<CoursePictureEntity, 'contentType' | 'width' | 'height' | 'createdBy'>, id = newId()): Promise<string> {
    await this.storage.put(keyOf(id), bytes);
    await this.pictures.insert(this.db, { id, courseId, bytes: bytes.length, createdAt: this.clock.now(), ...facts });
    return id;
  }
}

/** Where browsers find a picture. */
export function addressOf(pictureId: string): string {
  return `/api/pictures/${pictureId}`;
}

function sizeKey(id: string, name: string): StorageKey {
  return storageKey('picture-sizes', id, name);
}

function keyOf(id: string): StorageKey {
  return storageKey('pictures', id);
}
