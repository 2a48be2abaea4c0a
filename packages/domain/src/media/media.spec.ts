import { createHash } from 'node:crypto';
import { rm, utimes, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { Storage, storageKey } from '@pamong/platform/storage/storage';
import { UploadFolder } from '@pamong/platform/uploads/upload-folder';
import type { Actor } from '../access/actor.js';
import { someAuthor } from '../courses/courses.factory.js';
import { SettingsService } from '../settings/settings.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someRecording } from './media.factory.js';
import { MediaPlaybackService } from './media-playback.service.js';
import { mediaQuota, MediaService } from './media.service.js';
import { MediaUploadsService } from './media-uploads.service.js';

describe('recordings', () => {
  let bed: DomainBed;
  let author: Actor;
  let media: MediaService;

  beforeAll(async () => {
    bed = await DomainBed.open();
    media = bed.get(MediaService);
  });
  beforeEach(async () => {
    author = await someAuthor(bed);
  });
  afterAll(() => bed.close());

  const announce = (bytes = 1_000) => media.announce(author, author.agencyId, { fileName: 'Rapat "besar" ../../x.mp4', bytes });

  /** Writes the bytes as tus would. */
  async function arrive(id: string, bytes: number) {
    const folder = bed.get(UploadFolder);
    await writeFile(folder.path(id), Buffer.alloc(bytes, 1));
  }

  it('announces an upload, and refuses what is empty, too large, beyond the quota or too many', async () => {
    const asset = await announce();
    expect(asset).toMatchObject({ status: 'uploading', fileName: 'Rapat "besar" ../../x.mp4', uploadUrl: `/api/uploads/${asset.id}`, playable: false });
    expect(await bed.get(UploadFolder).find(asset.id)).toEqual({ size: 1_000, offset: 0 });
    await expect(announce(0)).rejects.toMatchObject({ code: 'MEDIA_EMPTY' });
    await expect(announce(4 * 1024 ** 3 + 1)).rejects.toMatchObject({ code: 'MEDIA_TOO_LARGE' });
    await bed.db.tx((tx) => bed.get(SettingsService).set(tx, author.agencyId, mediaQuota, 2_500));
    await expect(announce(1_600)).rejects.toMatchObject({ code: 'MEDIA_QUOTA_REACHED' });
    // Two at once share what is left: one of them is refused.
    const both = await Promise.allSettled([announce(1_400), announce(1_400)]);
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('limits uploads that are under way at once', async () => {
    for (let times = 0; times < 10; times += 1) await announce();
    await expect(announce()).rejects.toMatchObject({ code: 'MEDIA_UPLOADS_TOO_MANY', params: { count: 10 } });
  });

  it('takes a complete upload over once, and survives a crash after the move', async () => {
    const uploads = bed.get(MediaUploadsService);
    const { id } = await announce();
    await arrive(id, 999);
    expect(await uploads.finish(id)).toBe(false);
    await arrive(id, 1_000);
    // The crash: the file has moved, the row has not changed.
    await bed.get(Storage as never as new () => Storage).adopt(storageKey('media', id, 'source'), bed.get(UploadFolder).path(id));
    expect(await uploads.finish(id)).toBe(true);
    expect(await uploads.finish(id)).toBe(false);
    expect(await media.get(bed.db, id)).toMatchObject({ status: 'waiting', uploadUrl: null });
    expect(await bed.outbox('media.transcode-recording', id)).toEqual([{ assetId: id }]);
    expect(await bed.get(UploadFolder).list()).not.toContain(id);
    expect(await uploads.bytesIfReceived(id)).toBe(1_000);
  });

  it('sweeps up: finishes what was missed, removes what nobody goes on with', async () => {
    const uploads = bed.get(MediaUploadsService);
    const missed = await announce();
    await arrive(missed.id, 1_000);
    const stale = await announce();
    await arrive(stale.id, 10);
    const fresh = await announce();
    bed.clock.advance({ hours: 49 });
    const now = bed.clock.now();
    await arrive(fresh.id, 10);
    await utimes(bed.get(UploadFolder).path(stale.id), new Date(now.getTime() - 49 * 3_600_000), new Date(now.getTime() - 49 * 3_600_000));
    await utimes(bed.get(UploadFolder).path(fresh.id), now, now);
    expect(await uploads.sweep()).toMatchObject({ finished: 1 });
    expect(await media.get(bed.db, missed.id)).toMatchObject({ status: 'waiting' });
    await expect(media.get(bed.db, stale.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await media.get(bed.db, fresh.id)).toMatchObject({ status: 'uploading' });
    await rm(bed.get(UploadFolder).path(fresh.id));
  });

  it('keeps captions clean, by language, under a name made of their text', async () => {
    const id = await someRecording(bed, author);
    const first = await media.setCaptions(author, id, 'id', '1\r\n00:00:01,000 --> 00:00:02,500\r\n<b>Selamat</b> datang & <script>x</script>\r\n');
    const [captions] = first.captions;
    const stored = await text(await bed.get(Storage as never as new () => Storage).read(storageKey('media', id, captions?.file ?? '')));
    expect(stored).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nSelamat datang &amp; x\n');
    expect(captions).toEqual({ language: 'id', file: `captions-id-${createHash('sha256').update(stored).digest('hex').slice(0, 12)}.vtt`, cues: 1 });
    expect((await media.setCaptions(author, id, 'en', 'WEBVTT\n\n00:01.000 --> 00:02.000\nWelcome')).captions.map((one) => one.language)).toEqual(['id', 'en']);
    expect((await media.removeCaptions(author, id, 'id')).captions.map((one) => one.language)).toEqual(['en']);
    for (const broken of ['', 'halo', 'WEBVTT\n\n00:02.000 --> 00:01.000\nTerbalik', 'WEBVTT\n\nx --> y\nz']) {
      await expect(media.setCaptions(author, id, 'id', broken)).rejects.toMatchObject({ code: 'CAPTIONS_INVALID' });
    }
  });

  it('serves files of a recording to whoever holds its address, for some hours, without a query', async () => {
    const playback = bed.get(MediaPlaybackService);
    const id = await someRecording(bed, author);
    const other = await someRecording(bed, author);
    const storage = bed.get(Storage as never as new () => Storage);
    await storage.put(storageKey('media', id, 'hls', 'v240', 'seg00000.m4s'), Buffer.from('0123456789'));
    await storage.put(storageKey('media', id, 'source'), Buffer.from('rahasia'));
    const { base } = await playback.playback(await media.get(bed.db, id));
    const token = base.split('/').at(-2) ?? '';

    const statements = jest.spyOn(bed.db.pool, 'query');
    const whole = await playback.open(token, 'v240/seg00000.m4s', undefined);
    expect(whole).toMatchObject({ status: 200, headers: { 'content-type': 'video/mp4', 'content-length': 10, 'cache-control': expect.stringContaining('immutable') } });
    const part = await playback.open(token, 'v240/seg00000.m4s', 'bytes=2-4');
    expect(part).toMatchObject({ status: 206, headers: { 'content-range': 'bytes 2-4/10', 'content-length': 3 } });
    expect(await text(part.body!)).toBe('234');
    whole.body?.destroy();
    expect(await playback.open(token, 'v240/seg00000.m4s', 'bytes=10-')).toMatchObject({ status: 416 });
    expect(statements).not.toHaveBeenCalled();
    statements.mockRestore();

    for (const name of ['source', 'hls/v240/rendition.json', 'v240/rendition.json', '../source', 'v240/../../source', 'v240/seg00001.m4s', '']) {
      await expect(playback.open(token, name, undefined)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const forged = Buffer.from(token, 'base64url');
    Buffer.from(other.replaceAll('-', ''), 'hex').copy(forged);
    await expect(playback.open(forged.toString('base64url'), 'master.m3u8', undefined)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    bed.clock.advance({ hours: 13 });
    await expect(playback.open(token, 'v240/seg00000.m4s', undefined)).rejects.toMatchObject({ code: 'MEDIA_LINK_EXPIRED' });
  });
});
