import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { QueryDeepPartialEntity } from 'typeorm';
import { MediaAssetEntity } from './media-asset.entity.js';

@Injectable()
export class MediaAssetsRepository {
  async find(reader: Reader, id: string): Promise<MediaAssetEntity | null> {
    return present(await reader.repository(MediaAssetEntity).findOneBy({ id }));
  }

  async lock(tx: Tx, id: string): Promise<MediaAssetEntity | null> {
    return present(await tx.repository(MediaAssetEntity).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }));
  }

  async insert(tx: Tx, asset: MediaAssetEntity): Promise<void> {
    await tx.repository(MediaAssetEntity).insert(asset as QueryDeepPartialEntity<MediaAssetEntity>);
  }

  async update(tx: Tx, id: string, change: Partial<MediaAssetEntity>): Promise<void> {
    await tx.repository(MediaAssetEntity).update({ id }, change as QueryDeepPartialEntity<MediaAssetEntity>);
  }

  /** Moves the progress forward only, while the worker is at it. */
  async noteProgress(reader: Reader, id: string, progress: number, now: Date): Promise<void> {
    await reader.query(`update media_asset set progress = $2, updated_at = $3 where id = $1 and status = 'processing' and progress < $2`, [id, progress, now]);
  }

  /** Serialises announcements of one agency, so that two of them cannot share the same last room. */
  async lockAgency(tx: Tx, agencyId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('media ' || $1, 0))`, [agencyId]);
  }

  /** Bytes that an agency's recordings take or have announced, and a person's uploads that are under way. */
  async usage(tx: Tx, agencyId: string, personId: string): Promise<{ bytes: number; uploads: number }> {
    const [row] = await tx.query<{ bytes: string; uploads: string }>(
      `select coalesce(sum(case when status in ('uploading', 'waiting', 'processing') then bytes
                else (select coalesce(sum((r ->> 'bytes')::bigint), 0) from jsonb_array_elements(renditions) r) end), 0) as bytes,
              count(*) filter (where status = 'uploading' and uploaded_by = $2) as uploads
       from media_asset where agency_id = $1 and removed_at is null`,
      [agencyId, personId],
    );
    return { bytes: Number(row?.bytes ?? 0), uploads: Number(row?.uploads ?? 0) };
  }

  /** Uploads that were announced before this moment and are not complete. */
  async listUploading(reader: Reader, before: Date): Promise<string[]> {
    const rows = await reader.query<{ id: string }>(
      `select id from media_asset where status = 'uploading' and removed_at is null and created_at < $1 order by created_at limit 500`,
      [before],
    );
    return rows.map((row) => row.id);
  }

  /** The installation's secret for addresses; the first caller's proposal stays. */
  async secret(reader: Reader, proposal: Uint8Array, now: Date): Promise<Buffer> {
    await reader.query('insert into media_key (id, secret, created_at) values (1, $1, $2) on conflict (id) do nothing', [proposal, now]);
    const [row] = await reader.query<{ secret: Buffer }>('select secret from media_key where id = 1');
    if (row === undefined) throw new Error('the key of media addresses is missing');
    return row.secret;
  }
}

const present = (found: MediaAssetEntity | null): MediaAssetEntity | null => (found === null || found.removedAt !== null ? null : found);
