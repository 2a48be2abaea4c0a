import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import type { MediaStatus } from '@pamong/contract/media';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import type { FfmpegTools } from '@pamong/platform/ffmpeg/ffmpeg-tools';
import { locateFfmpeg } from '@pamong/platform/ffmpeg/ffmpeg-tools';
import type { FinishedRendition } from '@pamong/platform/ffmpeg/hls-playlist.rules';
import { masterPlaylist } from '@pamong/platform/ffmpeg/hls-playlist.rules';
import { makePoster } from '@pamong/platform/ffmpeg/poster';
import type { VideoFacts, VideoRefusal } from '@pamong/platform/ffmpeg/probe';
import { probeVideo } from '@pamong/platform/ffmpeg/probe';
import type { Rendition } from '@pamong/platform/ffmpeg/renditions.rules';
import { renditionsFor } from '@pamong/platform/ffmpeg/renditions.rules';
import { SourceEndedEarly, transcodeRendition } from '@pamong/platform/ffmpeg/transcode';
import { Live } from '@pamong/platform/live/live';
import type { Logger } from '@pamong/platform/log/logger';
import { LOGGER } from '@pamong/platform/log/logger';
import { Storage, storageKey, type StorageKey } from '@pamong/platform/storage/storage';
import { AuditService } from '../audit/audit.service.js';
import type { MediaAssetEntity } from './media-asset.entity.js';
import { MediaAssetsRepository } from './media-assets.repository.js';
import { sourceKey } from './media-uploads.service.js';

/** What a run of the job may use of its context. */
export interface TranscodingRun {
  readonly signal: AbortSignal;
  readonly lastAttempt: boolean;
}

const noticeEveryMs = 1_000;

/** The worker's part of a recording: look at it, make a poster and the sizes, the lowest first. */
@Injectable()
export class TranscodingService {
  private tools: Promise<FfmpegTools> | null = null;

  constructor(
    private readonly db: Database,
    private readonly assets: MediaAssetsRepository,
    private readonly audit: AuditService,
    private readonly storage: Storage,
    private readonly live: Live,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Brings a recording to `ready` or `refused`. Every size that is finished is kept in storage and in the row, so a run after a
   * crash goes on where the last one was, and a run after the end does nothing.
   * @throws when cancelled, and on faults of ours, which the queue tries again; `failed` after the last try
   */
  async transcode(assetId: string, run: TranscodingRun): Promise<void> {
    const asset = await this.begin(assetId);
    if (asset === null) return;
    const work = await this.storage.workFolder();
    try {
      await this.storage.withLocalFile(sourceKey(assetId), (source) => this.make(asset, source, work, run));
    } catch (error) {
      if (error instanceof SourceEndedEarly) return await this.refuse(asset, 'TRUNCATED');
      if (run.lastAttempt && !run.signal.aborted) await this.conclude(asset, 'failed', {});
      throw error;
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }

  private async begin(assetId: string): Promise<MediaAssetEntity | null> {
    return this.db.tx(async (tx) => {
      const asset = await this.assets.lock(tx, assetId);
      if (asset === null || (asset.status !== 'waiting' && asset.status !== 'processing')) return null;
      await this.assets.update(tx, assetId, { status: 'processing', updatedAt: this.clock.now() });
      return { ...asset, status: 'processing' as const };
    });
  }

  private async make(asset: MediaAssetEntity, source: string, work: string, run: TranscodingRun): Promise<void> {
    const tools = await this.locate();
    const probe = await probeVideo(tools, source, { signal: run.signal });
    if (!probe.ok) return this.refuse(asset, probe.refusal);
    const { facts } = probe;
    const poster = storageKey('media', asset.id, 'poster.webp');
    if ((await this.storage.stat(poster)) === null) {
      const picture = join(work, 'poster.webp');
      await makePoster(tools, source, facts, picture, run.signal);
      await this.storage.adopt(poster, picture);
    }
    const wanted = renditionsFor(facts.width, facts.height);
    const report = this.reporter(asset, wanted);
    const finished: FinishedRendition[] = [];
    for (const rendition of wanted) {
      const one = (await this.findFinished(asset.id, rendition)) ?? (await this.makeRendition(tools, asset.id, source, facts, rendition, work, run, report));
      finished.push(one);
      await this.storage.put(storageKey('media', asset.id, 'hls', 'master.m3u8'), Buffer.from(masterPlaylist(finished)));
      const last = finished.length === wanted.length;
      await this.conclude(asset, last ? 'ready' : 'processing', { facts, renditions: [...finished], ...(last ? { progress: 1 } : {}) });
    }
    // Everything that a learner needs is made and recorded; the source would only take room.
    await this.storage.remove(sourceKey(asset.id));
  }

  private async makeRendition(
    tools: FfmpegTools,
    assetId: string,
    source: string,
    facts: VideoFacts,
    rendition: Rendition,
    work: string,
    run: TranscodingRun,
    report: (name: string, share: number) => void,
  ): Promise<FinishedRendition> {
    const folder = join(work, rendition.name);
    await mkdir(work, { recursive: true });
    const made = await transcodeRendition(tools, { source, facts, rendition, folder, signal: run.signal, onProgress: (share) => report(rendition.name, share) });
    // Its description goes in before the folder does, and says from then on that this size is whole.
    await writeFile(join(folder, 'rendition.json'), JSON.stringify(made));
    await this.storage.adoptFolder(storageKey('media', assetId, 'hls', rendition.name), folder);
    return made;
  }

  private async findFinished(assetId: string, rendition: Rendition): Promise<FinishedRendition | null> {
    const key: StorageKey = storageKey('media', assetId, 'hls', rendition.name, 'rendition.json');
    if ((await this.storage.stat(key)) === null) return null;
    return JSON.parse(await text(await this.storage.read(key))) as FinishedRendition;
  }

  /** Tells the author's page and the row how far it is, at most once a second; larger sizes weigh more. */
  private reporter(asset: MediaAssetEntity, wanted: readonly Rendition[]): (name: string, share: number) => void {
    const weights = wanted.map((one) => one.width * one.height);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let last = 0;
    return (name, share) => {
      const now = Date.now();
      if (now - last < noticeEveryMs) return;
      last = now;
      const at = wanted.findIndex((one) => one.name === name);
      const before = weights.slice(0, at).reduce((sum, weight) => sum + weight, 0);
      const progress = Math.min(0.99, (before + share * (weights[at] ?? 0)) / total);
      // A notice that is lost is followed by the next; it must not stop the work.
      this.notice(asset, 'processing', progress, at > 0).catch((error: unknown) => this.logger.warn({ err: error, assetId: asset.id }, 'progress was not told'));
    };
  }

  private async notice(asset: MediaAssetEntity, status: MediaStatus, progress: number, playable: boolean): Promise<void> {
    await this.assets.noteProgress(this.db, asset.id, progress, this.clock.now());
    await this.tell(asset, status, progress, playable);
  }

  private async tell(asset: MediaAssetEntity, status: MediaStatus, progress: number, playable: boolean, reader: Parameters<Live['send']>[0] = this.db): Promise<void> {
    if (asset.uploadedBy === null) return;
    await this.live.send(reader, { personId: asset.uploadedBy, topic: 'media.progress', payload: { assetId: asset.id, status, progress, playable } });
  }

  private async conclude(asset: MediaAssetEntity, status: MediaStatus, change: Partial<MediaAssetEntity>): Promise<void> {
    await this.db.tx(async (tx) => {
      const now = await this.assets.lock(tx, asset.id);
      // Somebody gave it up meanwhile, or a second run of this job was faster.
      if (now?.status !== 'processing') return;
      await this.assets.update(tx, asset.id, { ...change, status, updatedAt: this.clock.now() });
      const playable = (change.renditions ?? now.renditions).length > 0;
      await this.tell(asset, status, change.progress ?? now.progress, playable, tx);
      if (status === 'processing') return;
      await this.audit.record(tx, { agencyId: asset.agencyId, action: `media.${status}`, subject: { kind: 'media', id: asset.id }, details: { refusal: change.refusal ?? null } });
    });
  }

  private async refuse(asset: MediaAssetEntity, refusal: VideoRefusal): Promise<void> {
    await this.conclude(asset, 'refused', { refusal, renditions: [] });
    await this.storage.removeFolder(storageKey('media', asset.id));
  }

  private locate(): Promise<FfmpegTools> {
    this.tools ??= locateFfmpeg().then((tools) => {
      this.logger.info({ ffmpeg: tools.ffmpeg, ffprobe: tools.ffprobe, limited: tools.prlimit !== null }, 'media tools');
      return tools;
    });
    return this.tools;
  }
}
