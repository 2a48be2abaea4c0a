import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import type { MediaAsset, Playback } from '@pamong/contract/media';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { Storage, storageKey } from '@pamong/platform/storage/storage';
import { MediaAssetsRepository } from './media-assets.repository.js';
import { byteRange, publicFile } from './media-files.rules.js';
import { openMediaToken, sealMediaToken } from './media-token.rules.js';

/** An answer to a player's request for a file. */
export interface ServedFile {
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Readable | null;
}

/** Addresses of recordings, and the files behind them. Who may watch is decided when an address is given out. */
@Injectable()
export class MediaPlaybackService {
  private secret: Promise<Buffer> | null = null;

  constructor(
    private readonly db: Database,
    private readonly assets: MediaAssetsRepository,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem MEDIA_NOT_READY while no size is ready */
  async playback(asset: Pick<MediaAsset, 'id' | 'renditions' | 'captions'>): Promise<Playback> {
    if (asset.renditions.length === 0) throw new Problem('MEDIA_NOT_READY');
    const { token, expires } = sealMediaToken(await this.key(), asset.id, this.seconds());
    const base = `/api/media-files/${token}/`;
    return {
      master: `${base}master.m3u8`,
      poster: `${base}poster.webp`,
      base,
      expiresAt: new Date(expires * 1_000).toISOString(),
      renditions: asset.renditions,
      captions: asset.captions,
    };
  }

  /**
   * Opens a file for a token; no statement is needed for it.
   * @throws Problem NOT_FOUND for a forged token or a name that is none of ours, MEDIA_LINK_EXPIRED
   */
  async open(token: string, name: string, rangeHeader: string | undefined): Promise<ServedFile> {
    const opened = openMediaToken(await this.key(), token, this.seconds());
    if (opened === 'expired') throw new Problem('MEDIA_LINK_EXPIRED');
    const file = publicFile(name);
    if (opened === null || file === null) throw new Problem('NOT_FOUND');
    const key = storageKey('media', opened.assetId, ...file.key);
    const stored = await this.storage.stat(key);
    if (stored === null) throw new Problem('NOT_FOUND');
    const range = byteRange(rangeHeader, stored.bytes);
    const headers = {
      'content-type': file.contentType,
      'accept-ranges': 'bytes',
      // The list of sizes grows while the worker is at it; everything else never changes under its name.
      'cache-control': file.immutable ? 'private, max-age=43200, immutable' : 'private, max-age=5',
    };
    if (range === 'unsatisfiable') return { status: 416, headers: { 'content-range': `bytes */${stored.bytes}` }, body: null };
    if (range === null) return { status: 200, headers: { ...headers, 'content-length': stored.bytes }, body: await this.storage.read(key) };
    return {
      status: 206,
      headers: { ...headers, 'content-length': range.end - range.start + 1, 'content-range': `bytes ${range.start}-${range.end}/${stored.bytes}` },
      body: await this.storage.read(key, range),
    };
  }

  private key(): Promise<Buffer> {
    // Read once a process; a failed read is tried again by the next request.
    this.secret ??= this.assets.secret(this.db, randomBytes(32), this.clock.now()).catch((error: unknown) => {
      this.secret = null;
      throw error;
    });
    return this.secret;
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1_000);
  }
}
