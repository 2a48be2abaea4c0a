import { copyFile, mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { locateFfmpeg } from '@pamong/platform/ffmpeg/ffmpeg-tools';
import { makeSampleVideo } from '@pamong/platform/ffmpeg/sample-video';
import { Storage, storageKey } from '@pamong/platform/storage/storage';
import { UploadFolder } from '@pamong/platform/uploads/upload-folder';
import type { Actor } from '../access/actor.js';
import { someAuthor } from '../courses/courses.factory.js';
import { DomainBed } from '../testing/domain-bed.js';
import { MediaService } from './media.service.js';
import { MediaUploadsService } from './media-uploads.service.js';
import { TranscodingService } from './transcoding.service.js';

jest.setTimeout(120_000);

describe('making the sizes of a recording', () => {
  let bed: DomainBed;
  let author: Actor;
  let folder: string;
  let film: string;
  const calm = { signal: new AbortController().signal, lastAttempt: false };

  beforeAll(async () => {
    bed = await DomainBed.open();
    author = await someAuthor(bed);
    folder = await mkdtemp(join(tmpdir(), 'pamong-job-'));
    film = await makeSampleVideo(await locateFfmpeg(), join(folder, 'film.mp4'), { seconds: 14, width: 854, height: 480 });
  });
  afterAll(async () => {
    await bed.close();
    await rm(folder, { recursive: true, force: true });
  });

  const storage = () => bed.get(Storage as never as new () => Storage);
  const transcode = (id: string, run = calm) => bed.get(TranscodingService).transcode(id, run);
  const state = (id: string) => bed.get(MediaService).get(bed.db, id);

  /** A recording whose bytes have arrived. */
  async function received(file: string): Promise<string> {
    const { size } = await stat(file);
    const { id } = await bed.get(MediaService).announce(author, author.agencyId, { fileName: 'Rapat.mp4', bytes: Math.max(1, size) });
    await copyFile(file, bed.get(UploadFolder).path(id));
    await bed.get(MediaUploadsService).finish(id);
    return id;
  }

  it('makes them once, however often it runs, and tells the author', async () => {
    const id = await received(film);
    const told: unknown[] = [];
    const listener = await bed.db.pool.connect();
    listener.on('notification', (message) => told.push((JSON.parse(message.payload ?? '{}') as { payload: unknown }).payload));
    await listener.query('listen pamong_live');
    await transcode(id);
    await listener.query('unlisten pamong_live');
    listener.release();
    const made = await state(id);
    expect(made).toMatchObject({ status: 'ready', progress: 1, playable: true, sound: true, refusal: null });
    expect(made.renditions.map((one) => one.name)).toEqual(['v240', 'v480']);
    expect(Math.round(made.seconds ?? 0)).toBe(14);
    expect(told.at(-1)).toEqual({ assetId: id, status: 'ready', progress: 1, playable: true });
    const master = await text(await storage().read(storageKey('media', id, 'hls', 'master.m3u8')));
    expect(master.match(/v\d+\/index\.m3u8/g)).toEqual(['v240/index.m3u8', 'v480/index.m3u8']);
    expect(await storage().stat(storageKey('media', id, 'poster.webp'))).not.toBeNull();
    expect(await storage().stat(storageKey('media', id, 'source'))).toBeNull();
    await transcode(id);
    expect(await state(id)).toEqual(made);
  });

  it('is playable when the first size is there, stops when told, and goes on where it was', async () => {
    const id = await received(film);
    const abort = new AbortController();
    const watcher = setInterval(() => void state(id).then((now) => now.playable && abort.abort()), 40);
    await expect(transcode(id, { signal: abort.signal, lastAttempt: false })).rejects.toThrow();
    clearInterval(watcher);
    const half = await state(id);
    expect(half).toMatchObject({ status: 'processing', playable: true });
    expect(half.renditions.map((one) => one.name)).toEqual(['v240']);
    const first = await storage().stat(storageKey('media', id, 'hls', 'v240', 'seg00000.m4s'));
    await transcode(id);
    expect((await state(id)).status).toBe('ready');
    expect(await storage().stat(storageKey('media', id, 'hls', 'v240', 'seg00000.m4s'))).toEqual(first);
  });

  it('finds a size whose folder was stored when the process died before the commit', async () => {
    const id = await received(film);
    await transcode(id);
    const { renditions } = await state(id);
    // The crash, put back by hand: everything is in storage, nothing of it in the row; the source was still there.
    await bed.db.query(`update media_asset set status = 'processing', renditions = '[]', progress = 0 where id = $1`, [id]);
    await copyFile(film, join(folder, 'again.mp4'));
    await storage().adopt(storageKey('media', id, 'source'), join(folder, 'again.mp4'));
    await transcode(id);
    expect(await state(id)).toMatchObject({ status: 'ready', renditions });
  });

  it('refuses with a reason and keeps nothing of the file', async () => {
    const textFile = join(folder, 'notulen.mp4');
    await writeFile(textFile, 'Notulen rapat\n'.repeat(500));
    const cut = join(folder, 'cut.mp4');
    await copyFile(film, cut);
    await truncate(cut, Math.floor((await stat(film)).size / 2));
    for (const [file, refusal] of [[textFile, 'NOT_A_VIDEO'], [cut, 'TRUNCATED']] as const) {
      const id = await received(file);
      await transcode(id);
      expect(await state(id)).toMatchObject({ status: 'refused', refusal, playable: false, renditions: [] });
      expect(await storage().stat(storageKey('media', id, 'source'))).toBeNull();
      await transcode(id);
    }
  });

  it('says that it failed when the last try fails, and the source is missing', async () => {
    const id = await received(film);
    await storage().remove(storageKey('media', id, 'source'));
    await expect(transcode(id)).rejects.toThrow('nothing is stored');
    expect((await state(id)).status).toBe('processing');
    await expect(transcode(id, { ...calm, lastAttempt: true })).rejects.toThrow('nothing is stored');
    expect((await state(id)).status).toBe('failed');
  });
});
