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

import type { CompleteCourse } from '../complete-courses.js';
import { demoFile, readDemoFile } from '../demo-catalogue.js';

/** Which recording of the agency is one of the demo's own, so that a second run goes on with it. */
const demoRecording = (name: string): SettingDefinition<string | null> => ({ key: `demo.recording.${name}`, schema: z.uuid().nullable(), fallback: null });

const smallest = 'v240';

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
 * Brings the recording of a course's first video lesson in as an upload, together with its smallest size, which is enough
 * to publish and to watch; the worker, which finds the job in the queue, makes the larger ones.
 *
 * @param ownerId the agency that owns the course
 * @returns the body of the video lesson, without its text; null for a course without a recording
 */
export async function seedRecording(
  services: RecordingServices,
  uploader: { personId: string; agencyId: string },
  ownerId: string,
  course: CompleteCourse,
): Promise<{ assetId: string; chapters: unknown } | null> {
  const { db, media, uploads, folder } = services;
  if (course.film === null) return null;
  const { name, source } = course.film;
  const path = demoFile(source);
  const assetId = await announced(services, uploader, ownerId, name, (await stat(path)).size);
  if ((await media.get(db, assetId)).status === 'uploading') {
    if ((await folder.find(assetId)) !== null) await copyFile(path, folder.path(assetId));
    await uploads.finish(assetId);
  }
  await bringSmallestSize(services.storage, assetId, name);
  await makeFirstSize(services, assetId);
  if ((await media.get(db, assetId)).captions.length === 0) await media.setCaptions(uploader, assetId, 'id', readDemoFile(`${course.folder}/${name}.vtt`));
  return { assetId, chapters: JSON.parse(readDemoFile(`${course.folder}/${name}.chapters.json`)) as unknown };
}

async function announced(
  { db, media, settings }: RecordingServices,
  uploader: { personId: string; agencyId: string },
  ownerId: string,
  name: string,
  bytes: number,
): Promise<string> {
  const setting = demoRecording(name);
  const known = await settings.get(db, ownerId, setting);
  if (known !== null) return known;
  const { id } = await media.announce(uploader, ownerId, { fileName: `${name}.mp4`, bytes });
  await db.tx((tx) => settings.set(tx, ownerId, setting, id));
  return id;
}

/** Puts the size that is kept in the repository where the worker keeps finished sizes; it goes on from there. */
async function bringSmallestSize(storage: Storage, assetId: string, name: string): Promise<void> {
  const key = storageKey('media', assetId, 'hls', smallest);
  if ((await storage.stat(storageKey('media', assetId, 'hls', smallest, 'rendition.json'))) !== null) return;
  const work = await storage.workFolder();
  try {
    await cp(demoFile(`recording/${name}/${smallest}`), join(work, smallest), { recursive: true });
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
