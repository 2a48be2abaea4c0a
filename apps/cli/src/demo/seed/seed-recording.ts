import { copyFile, cp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MediaService } from '@pamong/domain/media/media.service';
import type { MediaUploadsService } from '@pamong/domain/media/media-uploads.service';
import type { TranscodingService } from '@pamong/domain/media/transcoding.service';
import type { SettingDefinition, SettingsService } from '@pamong/domain/settings/settings.service';
import type { Database } from '@pamong/platform/database/database';
import { storageKey } from '@pamong/platform/storage/storage';
import type { Storage } from '@pamong/platform/storage/storage';
import type { UploadFolder } from '@pamong/platform/uploads/upload-folder';
import * as z from 'zod';

import { demoFile, readDemoFile } from '../demo-catalogue.js';
import type { SeedActors } from './seed-actors.js';

/** Which recording of the agency is the demo's own, so that a second run goes on with it. */
const demoRecording: SettingDefinition<string | null> = { key: 'demo.recording', schema: z.uuid().nullable(), fallback: null };

const film = '../../../web/public/demo/menebak-kata.mp4';
const smallest = 'v240';
const captions = 'ai-101/menebak-kata.vtt';
const chapters = 'ai-101/menebak-kata.chapters.json';

export interface RecordingServices {
  db: Database;
  settings: SettingsService;
  media: MediaService;
  uploads: MediaUploadsService;
  folder: UploadFolder;
  transcoding: TranscodingService;
  storage: Storage;
}

/**
 * Brings the recording of AI-101's first lesson in as an upload, together with its smallest size, which is enough to
 * publish and to watch; the worker, which finds the job in the queue, makes the larger ones.
 *
 * @param ownerId the agency that owns the course
 * @returns the body of the video lesson, without its text
 */
export async function seedRecording(services: RecordingServices, actors: SeedActors, author: string, ownerId: string): Promise<{ assetId: string; chapters: unknown }> {
  const { db, media, uploads, folder } = services;
  const uploader = actors.as(author);
  const path = demoFile(film);
  const assetId = await announced(services, uploader, ownerId, (await stat(path)).size);
  if ((await media.get(db, assetId)).status === 'uploading') {
    if ((await folder.find(assetId)) !== null) await copyFile(path, folder.path(assetId));
    await uploads.finish(assetId);
  }
  await bringSmallestSize(services.storage, assetId);
  await makeFirstSize(services, assetId);
  if ((await media.get(db, assetId)).captions.length === 0) await media.setCaptions(uploader, assetId, 'id', readDemoFile(captions));
  return { assetId, chapters: JSON.parse(readDemoFile(chapters)) as unknown };
}

async function announced({ db, media, settings }: RecordingServices, uploader: { personId: string; agencyId: string }, ownerId: string, bytes: number): Promise<string> {
  const known = await settings.get(db, ownerId, demoRecording);
  if (known !== null) return known;
  const { id } = await media.announce(uploader, ownerId, { fileName: 'menebak-kata.mp4', bytes });
  await db.tx((tx) => settings.set(tx, ownerId, demoRecording, id));
  return id;
}

/** Puts the size that is kept in the repository where the worker keeps finished sizes; it goes on from there. */
async function bringSmallestSize(storage: Storage, assetId: string): Promise<void> {
  const key = storageKey('media', assetId, 'hls', smallest);
  if ((await storage.stat(storageKey('media', assetId, 'hls', smallest, 'rendition.json'))) !== null) return;
  const work = await storage.workFolder();
  try {
    await cp(demoFile(`recording/${smallest}`), join(work, smallest), { recursive: true });
    await storage.adoptFolder(key, join(work, smallest));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Runs the worker's own job until the first size is there, then lets go of it. */
async function makeFirstSize({ db, media, transcoding }: RecordingServices, assetId: string): Promise<void> {
  const enough = new AbortController();
  const work = transcoding.transcode(assetId, { signal: enough.signal, lastAttempt: false }).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
  const done = work.then(() => true);
  while (!(await media.get(db, assetId)).playable) {
    if (await Promise.race([done, sleep(100, false)])) break;
  }
  enough.abort();
  const error = await work;
  if (!(await media.get(db, assetId)).playable) throw error ?? new Error('The demo recording was refused');
}
