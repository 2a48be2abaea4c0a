import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import type { MediaAsset } from '@pamong/contract/media';
import { maxRecordingBytes } from '@pamong/contract/media';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { Storage, storageKey } from '@pamong/platform/storage/storage';
import { UploadFolder } from '@pamong/platform/uploads/upload-folder';
import * as z from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import type { SettingDefinition } from '../settings/settings.service.js';
import { SettingsService } from '../settings/settings.service.js';
import { cleanCaptions } from './captions.rules.js';
import type { MediaAssetEntity } from './media-asset.entity.js';
import { MediaAssetsRepository } from './media-assets.repository.js';

/** Bytes that an agency's recordings may take together. */
export const mediaQuota: SettingDefinition<number> = { key: 'media.quota-bytes', schema: z.number().int().positive(), fallback: 500 * 1024 ** 3 };

const maxUploadsAtOnce = 10;

/** Whoever uploads, as far as a recording remembers it. */
export interface Uploader {
  readonly personId: string;
  readonly agencyId: string;
}

/** Recordings as their authors see them. */
@Injectable()
export class MediaService {
  constructor(
    private readonly db: Database,
    private readonly assets: MediaAssetsRepository,
    private readonly organisations: OrganisationsService,
    private readonly settings: SettingsService,
    private readonly audit: AuditService,
    private readonly storage: Storage,
    private readonly uploads: UploadFolder,
    private readonly clock: Clock,
  ) {}

  /**
   * Announces a recording and prepares its upload.
   * @param ownerId organisation whose authors may use it
   * @throws Problem MEDIA_EMPTY, MEDIA_TOO_LARGE, MEDIA_QUOTA_REACHED, MEDIA_UPLOADS_TOO_MANY
   */
  async announce(uploader: Uploader, ownerId: string, file: { fileName: string; bytes: number }): Promise<MediaAsset> {
    if (file.bytes === 0) throw new Problem('MEDIA_EMPTY');
    if (file.bytes > maxRecordingBytes) throw new Problem('MEDIA_TOO_LARGE', { gigabytes: 4 });
    const asset = await this.db.tx(async (tx) => {
      const owner = await this.organisations.get(tx, ownerId);
      await this.assets.lockAgency(tx, owner.agencyId);
      const quota = await this.settings.get(tx, owner.agencyId, mediaQuota);
      const usage = await this.assets.usage(tx, owner.agencyId, uploader.personId);
      if (usage.uploads >= maxUploadsAtOnce) throw new Problem('MEDIA_UPLOADS_TOO_MANY', { count: maxUploadsAtOnce });
      if (usage.bytes + file.bytes > quota) throw new Problem('MEDIA_QUOTA_REACHED', { gigabytes: Math.floor(quota / 1024 ** 3) });
      const now = this.clock.now();
      const added: MediaAssetEntity = {
        id: newId(),
        ownerId,
        agencyId: owner.agencyId,
        uploadedBy: uploader.personId,
        status: 'uploading',
        fileName: file.fileName,
        bytes: String(file.bytes),
        progress: 0,
        refusal: null,
        facts: null,
        renditions: [],
        captions: [],
        createdAt: now,
        updatedAt: now,
        removedAt: null,
      };
      await this.assets.insert(tx, added);
      await this.audit.record(tx, { actor: uploader, action: 'media.announced', subject: { kind: 'media', id: added.id }, details: { bytes: file.bytes } });
      return added;
    });
    // After the commit: a file without a row would be nobody's, a row without a file is swept up.
    await this.uploads.create(asset.id, file.bytes);
    return describe(asset);
  }

  /** @throws Problem NOT_FOUND */
  async get(reader: Reader, id: string): Promise<MediaAsset> {
    return describe(await this.getEntity(reader, id));
  }

  /** Null for a recording that does not exist; with the organisation that owns it. */
  async find(reader: Reader, id: string): Promise<(MediaAsset & { ownerId: string; agencyId: string }) | null> {
    const found = await this.assets.find(reader, id);
    return found === null ? null : { ...describe(found), ownerId: found.ownerId, agencyId: found.agencyId };
  }

  /** Where a recording belongs, for access decisions; null for one that does not exist. */
  async placeOf(id: string): Promise<{ path: string; uploadedBy: string | null } | null> {
    const found = await this.assets.find(this.db, id);
    return found === null ? null : { path: (await this.organisations.get(this.db, found.ownerId)).path, uploadedBy: found.uploadedBy };
  }

  /**
   * Gives up an upload, or a recording: authors no longer find it. Files of a finished one stay, since a published lesson may show it.
   * @throws Problem NOT_FOUND
   */
  async remove(uploader: Uploader, id: string): Promise<void> {
    const { renditions } = await this.db.tx(async (tx) => {
      const asset = await this.lockEntity(tx, id);
      if (asset.renditions.length === 0) await this.assets.update(tx, id, { removedAt: this.clock.now() });
      await this.audit.record(tx, { actor: uploader, action: 'media.removed', subject: { kind: 'media', id } });
      return asset;
    });
    if (renditions.length > 0) return;
    await this.uploads.remove(id);
    await this.storage.removeFolder(storageKey('media', id));
  }

  /** @throws Problem NOT_FOUND, CAPTIONS_INVALID */
  async setCaptions(uploader: Uploader, id: string, language: string, typed: string): Promise<MediaAsset> {
    const cleaned = cleanCaptions(typed);
    if (cleaned === null) throw new Problem('CAPTIONS_INVALID');
    const file = `captions-${language}-${createHash('sha256').update(cleaned.vtt).digest('hex').slice(0, 12)}.vtt`;
    // The text names the file, so writing it before the row is known to commit harms nobody.
    await this.storage.put(storageKey('media', id, file), Buffer.from(cleaned.vtt));
    return this.changeCaptions(uploader, id, language, { language, file, cues: cleaned.cues });
  }

  /** The captions of a recording as WebVTT; empty when the file is gone. */
  async readCaptions(id: string, file: string): Promise<string> {
    const key = storageKey('media', id, file);
    if ((await this.storage.stat(key)) === null) return '';
    return text(await this.storage.read(key));
  }

  /** @throws Problem NOT_FOUND */
  removeCaptions(uploader: Uploader, id: string, language: string): Promise<MediaAsset> {
    return this.changeCaptions(uploader, id, language, null);
  }

  private async changeCaptions(uploader: Uploader, id: string, language: string, captions: MediaAssetEntity['captions'][number] | null): Promise<MediaAsset> {
    return this.db.tx(async (tx) => {
      const asset = await this.lockEntity(tx, id);
      asset.captions = [...asset.captions.filter((one) => one.language !== language), ...(captions === null ? [] : [captions])];
      await this.assets.update(tx, id, { captions: asset.captions, updatedAt: this.clock.now() });
      await this.audit.record(tx, { actor: uploader, action: 'media.captions-changed', subject: { kind: 'media', id }, details: { language, cues: captions?.cues ?? 0 } });
      return describe(asset);
    });
  }

  private async getEntity(reader: Reader, id: string): Promise<MediaAssetEntity> {
    const found = await this.assets.find(reader, id);
    if (found === null) throw new Problem('NOT_FOUND');
    return found;
  }

  private async lockEntity(tx: Parameters<MediaAssetsRepository['lock']>[0], id: string): Promise<MediaAssetEntity> {
    const found = await this.assets.lock(tx, id);
    if (found === null) throw new Problem('NOT_FOUND');
    return found;
  }
}

/** Address of an upload for tus. */
export const uploadUrl = (assetId: string): string => `/api/uploads/${assetId}`;

function describe(asset: MediaAssetEntity): MediaAsset {
  return {
    id: asset.id,
    status: asset.status,
    fileName: asset.fileName,
    bytes: Number(asset.bytes),
    progress: asset.progress,
    playable: asset.renditions.length > 0,
    refusal: asset.refusal,
    seconds: asset.facts?.seconds ?? null,
    sound: asset.facts === null ? null : asset.facts.audioCodec !== null,
    renditions: asset.renditions.map(({ name, width, height, bytes }) => ({ name, width, height, bytes })),
    captions: [...asset.captions],
    createdAt: asset.createdAt.toISOString(),
    uploadUrl: asset.status === 'uploading' ? uploadUrl(asset.id) : null,
  };
}
