import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { Outbox } from '@pamong/platform/outbox/outbox';
import { Storage, storageKey, type StorageKey } from '@pamong/platform/storage/storage';
import { UploadFolder } from '@pamong/platform/uploads/upload-folder';
import { AuditService } from '../audit/audit.service.js';
import { MediaAssetsRepository } from './media-assets.repository.js';
import { transcodeRecording } from './media.jobs.js';

/** An upload to which nothing was added for this long is given up. */
const staleAfterMs = 48 * 3_600_000;

/** Longer than the longest transcoding of one size. */
const workStaleAfterMs = 96 * 3_600_000;

/** Key of the file as it was sent. */
export const sourceKey = (assetId: string): StorageKey => storageKey('media', assetId, 'source');

/** The way of an upload into storage. */
@Injectable()
export class MediaUploadsService {
  constructor(
    private readonly db: Database,
    private readonly assets: MediaAssetsRepository,
    private readonly audit: AuditService,
    private readonly storage: Storage,
    private readonly uploads: UploadFolder,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a complete upload over and starts its transcoding. Safe to repeat at any point: called when the last byte arrives, when a
   * client asks for the offset of an upload that is complete, and by the sweep.
   * @returns false when bytes are still missing or nobody waits for them
   */
  async finish(assetId: string): Promise<boolean> {
    const asset = await this.assets.find(this.db, assetId);
    if (asset?.status !== 'uploading') return false;
    const state = await this.uploads.find(assetId);
    const arrived = state !== null && state.offset === state.size;
    // After a crash between the move and the commit the bytes are in storage already.
    if (!arrived && (await this.storage.stat(sourceKey(assetId)))?.bytes !== Number(asset.bytes)) return false;
    if (arrived) await this.storage.adopt(sourceKey(assetId), this.uploads.path(assetId));
    await this.db.tx(async (tx) => {
      const locked = await this.assets.lock(tx, assetId);
      if (locked?.status !== 'uploading') return;
      await this.assets.update(tx, assetId, { status: 'waiting', updatedAt: this.clock.now() });
      await this.outbox.add(tx, transcodeRecording, { assetId });
      await this.audit.record(tx, { agencyId: locked.agencyId, action: 'media.received', subject: { kind: 'media', id: assetId } });
    });
    await this.uploads.remove(assetId);
    return true;
  }

  /** Size of a file that has arrived whole, taking it over if that was missed; null while bytes are missing. */
  async bytesIfReceived(assetId: string): Promise<number | null> {
    await this.finish(assetId);
    const asset = await this.assets.find(this.db, assetId);
    return asset === null || asset.status === 'uploading' ? null : Number(asset.bytes);
  }

  /** Finishes what is complete, removes what nobody has added to for two days. */
  async sweep(): Promise<{ finished: number; removed: number }> {
    const now = this.clock.now();
    let finished = 0;
    let removed = 0;
    for (const assetId of await this.assets.listUploading(this.db, new Date(now.getTime() - 600_000))) {
      if (await this.finish(assetId)) {
        finished += 1;
        continue;
      }
      const touched = (await this.uploads.touchedAt(assetId)) ?? new Date(0);
      if (now.getTime() - touched.getTime() < staleAfterMs) continue;
      await this.db.tx(async (tx) => {
        await this.assets.update(tx, assetId, { removedAt: now });
        await this.audit.record(tx, { action: 'media.upload-swept', subject: { kind: 'media', id: assetId } });
      });
      await this.uploads.remove(assetId);
      removed += 1;
    }
    await this.storage.sweepWork(new Date(now.getTime() - workStaleAfterMs));
    return { finished, removed };
  }
}
