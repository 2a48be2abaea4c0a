import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { UploadFolder } from '@pamong/platform/uploads/upload-folder';
import { Storage, storageKey } from '@pamong/platform/storage/storage';
import type { Place, SignedIn } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

describe('recordings over HTTP', () => {
  let bed: ApiBed;
  let place: Place;
  let author: SignedIn;
  let learner: SignedIn;
  let foreign: SignedIn;
  let courseId: string;
  let port: number;

  beforeAll(async () => {
    bed = await ApiBed.open();
    place = await bed.place();
    author = await bed.signIn(place, 'instructor');
    learner = await bed.signIn(place);
    foreign = await bed.signIn(await bed.place(), 'agency_admin');
    courseId = (await author.client.courses.create({ body: { title: 'Rekaman rapat' } })).id;
    await bed.app.listen(0, '127.0.0.1');
    port = (bed.app.getHttpServer().address() as AddressInfo).port;
  });
  afterAll(() => bed.close());

  const announce = (bytes: number, as = author) => as.client.media.create({ params: { courseId }, body: { fileName: 'rapat.mp4', bytes } });

  /** A tus request over a real socket; `cutAfter` drops the line after that many bytes. */
  function tus(method: string, url: string, as: SignedIn | null, options: { offset?: number; body?: Buffer; cutAfter?: number } = {}): Promise<{ status: number; offset: string | undefined } | 'cut'> {
    const { offset = 0, body, cutAfter } = options;
    return new Promise((resolve, reject) => {
      const headers: Record<string, string | number> = { 'tus-resumable': '1.0.0', ...(as === null ? {} : { cookie: as.cookie }) };
      if (body) Object.assign(headers, { 'upload-offset': offset, 'content-type': 'application/offset+octet-stream', 'content-length': body.length });
      const outgoing = request({ host: '127.0.0.1', port, path: url, method, headers }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, offset: answer.headers['upload-offset'] as string | undefined }));
      });
      outgoing.on('error', (error) => (cutAfter === undefined ? reject(error) : resolve('cut')));
      if (body && cutAfter !== undefined) outgoing.write(body.subarray(0, cutAfter), () => setTimeout(() => outgoing.destroy(), 150));
      else outgoing.end(body);
    });
  }

  it('takes an upload that breaks off, resumes where it was, and hands it to the worker once', async () => {
    const film = randomBytes(3_000_000);
    const asset = await announce(film.length);
    const url = asset.uploadUrl ?? '';
    expect(await tus('PATCH', url, author, { body: film, cutAfter: 1_000_000 })).toBe('cut');
    const head = await tus('HEAD', url, author);
    if (head === 'cut') throw new Error('the question for the offset was cut');
    const offset = Number(head.offset);
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThan(film.length);
    // A stale offset is refused, so nothing is written twice.
    expect(await tus('PATCH', url, author, { offset: 0, body: film })).toMatchObject({ status: 409 });
    expect(await tus('PATCH', url, author, { offset, body: film.subarray(offset) })).toMatchObject({ status: 204 });
    expect(await author.client.media.get({ params: { assetId: asset.id } })).toMatchObject({ status: 'waiting', uploadUrl: null });
    const stored = await bed.get(Storage as never as new () => Storage).withLocalFile(storageKey('media', asset.id, 'source'), (path) => readFile(path));
    expect(createHash('sha256').update(stored).digest('hex')).toBe(createHash('sha256').update(film).digest('hex'));
    // The answer to the last byte was lost: the client asks again and learns that all of it is there.
    expect(await tus('HEAD', url, author)).toEqual({ status: 200, offset: String(film.length) });
    const jobs = await bed.db.query(`select 1 from outbox where name = 'media.transcode-recording' and payload ->> 'assetId' = $1`, [asset.id]);
    expect(jobs).toHaveLength(1);
  });

  it('lets only the course’s authors announce, send, look and remove', async () => {
    const asset = await announce(10);
    const url = asset.uploadUrl ?? '';
    const params = { assetId: asset.id };
    await expect(announce(10, learner)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(announce(10, foreign)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(bed.client().media.get({ params })).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    await expect(learner.client.media.get({ params })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(foreign.client.media.get({ params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const [as, status] of [[null, 401], [learner, 403], [foreign, 404]] as const) {
      expect(await tus('HEAD', url, as)).toMatchObject({ status });
      expect(await tus('PATCH', url, as, { body: Buffer.alloc(10) })).toMatchObject({ status });
      expect(await tus('DELETE', url, as)).toMatchObject({ status });
    }
    expect(await bed.get(UploadFolder).find(asset.id)).toEqual({ size: 10, offset: 0 });
    await author.client.media.remove({ params });
    expect(await bed.get(UploadFolder).find(asset.id)).toBeNull();
    await expect(author.client.media.get({ params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses more bytes than were announced, and a body that is not a tus one', async () => {
    const asset = await announce(10);
    expect(await tus('PATCH', asset.uploadUrl ?? '', author, { body: Buffer.alloc(4_000) })).not.toMatchObject({ status: 204 });
    expect((await author.client.media.get({ params: { assetId: asset.id } })).status).toBe('uploading');
    const wrong = await bed.app.inject({ method: 'PATCH', url: asset.uploadUrl ?? '', headers: { cookie: author.cookie, 'content-type': 'application/json' }, payload: '{}' });
    expect(wrong.statusCode).toBeGreaterThanOrEqual(400);
  });

  it('reads the upload that was checked, not one that is named behind a question mark', async () => {
    const other = await bed.signIn(place);
    const own = await announce(10);
    const { revision } = await author.client.courses.get({ params: { courseId } });
    await author.client.courses.change({ params: { courseId }, body: { revision, instructorIds: [author.personId, other.personId] } });
    const theirs = await announce(10, other);
    await author.client.courses.change({ params: { courseId }, body: { revision: revision + 1, instructorIds: [author.personId] } });
    const confused = `${theirs.uploadUrl ?? ''}?x=/${own.id}`;
    // Who sent a file keeps the right to it, and no other: every method must stay with the id of the path.
    expect(await tus('PATCH', confused, other, { body: Buffer.alloc(7) })).toMatchObject({ status: 204 });
    expect(await bed.get(UploadFolder).find(own.id)).toEqual({ size: 10, offset: 0 });
    expect(await bed.get(UploadFolder).find(theirs.id)).toEqual({ size: 10, offset: 7 });
    expect(await tus('DELETE', confused, other)).toMatchObject({ status: 204 });
    expect(await bed.get(UploadFolder).find(own.id)).not.toBeNull();
    expect(await bed.get(UploadFolder).find(theirs.id)).toBeNull();
  });

  it('answers uploads with the security headers of every route and to no other origin', async () => {
    const { uploadUrl } = await announce(10);
    const answer = await fetch(`http://127.0.0.1:${port}${uploadUrl ?? ''}`, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0', cookie: author.cookie } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('takes captions and says why it takes them not', async () => {
    const asset = await announce(10);
    const params = { assetId: asset.id, language: 'id' };
    await expect(author.client.media.setCaptions({ params, body: { text: 'bukan takarir' } })).rejects.toMatchObject({ code: 'CAPTIONS_INVALID' });
    const set = await author.client.media.setCaptions({ params, body: { text: 'WEBVTT\n\n00:00.000 --> 00:02.000\nHalo' } });
    expect(set.captions).toMatchObject([{ language: 'id', cues: 1 }]);
    await expect(author.client.media.preview({ params: { assetId: asset.id } })).rejects.toMatchObject({ code: 'MEDIA_NOT_READY' });
  });

  it('serves files by sealed address only', async () => {
    const forged = await bed.app.inject({ method: 'GET', url: `/api/media-files/${'A'.repeat(48)}/master.m3u8` });
    expect(forged.statusCode).toBe(404);
    expect(forged.headers['content-type']).toContain('problem+json');
  });
});
