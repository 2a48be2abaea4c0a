import { existsSync } from 'node:fs';
import { mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile, copyFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { locateFfmpeg, type FfmpegTools } from './ffmpeg-tools.js';
import { masterPlaylist } from './hls-playlist.rules.js';
import { makePoster } from './poster.js';
import { probeVideo, safeInput, type VideoFacts } from './probe.js';
import { renditionsFor } from './renditions.rules.js';
import { makeSampleVideo } from './sample-video.js';
import { runTool, ToolFailure } from './tool-process.js';
import { SourceEndedEarly, transcodeRendition } from './transcode.js';

jest.setTimeout(120_000);

const LIMITS = { wallSeconds: 30, cpuSeconds: 30, memoryBytes: 2 * 1024 ** 3, fileBytes: 64 * 1024 ** 2 };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamong-ffmpeg-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

async function factsOf(tools: FfmpegTools, path: string): Promise<VideoFacts> {
  const probe = await probeVideo(tools, path);
  if (!probe.ok) throw new Error(`refused: ${probe.refusal}`);
  return probe.facts;
}

async function refusalOf(tools: FfmpegTools, path: string): Promise<string> {
  const probe = await probeVideo(tools, path);
  return probe.ok ? 'accepted' : probe.refusal;
}

// The static build of 2018 must do everything, since a bare machine has no other; the system's is tried where there is one.
const KINDS: [string, string[] | undefined][] = [['bundled', []]];
if (existsSync('/usr/bin/ffmpeg')) KINDS.push(['system', undefined]);

describe.each(KINDS)('%s ffmpeg', (kind, searchFolders) => {
  let tools: FfmpegTools;
  let mp4: string;
  beforeAll(async () => {
    tools = await locateFfmpeg({ searchFolders });
    mp4 = await makeSampleVideo(tools, at(`${kind}.mp4`), { seconds: 20 });
  });

  it('says where it was found', () => {
    if (kind === 'bundled') expect([tools.ffmpeg.origin, tools.ffprobe.origin]).toEqual(['bundled', 'bundled']);
    expect(tools.ffmpeg.version).toMatch(/^ffmpeg version/);
  });

  it('describes MP4 and WebM, with and without sound', async () => {
    expect(await factsOf(tools, mp4)).toMatchObject({ container: 'mov', width: 640, height: 360, videoCodec: 'h264', audioCodec: 'aac' });
    const webm = await makeSampleVideo(tools, at(`${kind}.webm`), { seconds: 3, sound: false });
    const facts = await factsOf(tools, webm);
    expect(facts).toMatchObject({ container: 'matroska', videoCodec: 'vp8', audioCodec: null });
    expect(facts.seconds).toBeCloseTo(3, 0);
  });

  it('measures a recording that does not state its length', async () => {
    const live = await makeSampleVideo(tools, at(`${kind}-live.webm`), { seconds: 4, extra: ['-live', '1'] });
    expect((await factsOf(tools, live)).seconds).toBeCloseTo(4, 0);
  });

  it('makes every size, lowest first, and a second run only finds them', async () => {
    const facts = await factsOf(tools, mp4);
    const renditions = renditionsFor(facts.width, facts.height);
    expect(renditions.map((one) => `${one.name} ${one.width}x${one.height}`)).toEqual(['v240 426x240', 'v360 640x360']);
    const shares: number[] = [];
    const made = [];
    for (const rendition of renditions) {
      made.push(await transcodeRendition(tools, { source: mp4, facts, rendition, folder: at(`${kind}-hls/${rendition.name}`), onProgress: (share) => shares.push(share) }));
    }
    expect(shares.at(-1)).toBeGreaterThan(0.9);
    expect(made.map((one) => Math.round(one.seconds))).toEqual([20, 20]);
    const master = masterPlaylist(made);
    expect(master).toMatch(/CODECS="avc1\.4d[0-9a-f]{4},mp4a\.40\.2",RESOLUTION=426x240\nv240\/index\.m3u8/);
    expect(master.indexOf('v240/')).toBeLessThan(master.indexOf('v360/'));

    const before = await stat(at(`${kind}-hls/v240/seg00000.m4s`));
    const again = await transcodeRendition(tools, { source: at('gone'), facts, rendition: made[0]!, folder: at(`${kind}-hls/v240`) });
    expect(again).toEqual(made[0]);
    expect((await stat(at(`${kind}-hls/v240/seg00000.m4s`))).mtimeMs).toBe(before.mtimeMs);
    expect(await readdir(at(`${kind}-hls`))).toEqual(['v240', 'v360']);

    // The whole set must play: ffprobe reads it back as a player would.
    await writeFile(at(`${kind}-hls/master.m3u8`), master);
    const read = await runTool(tools, 'ffprobe', { args: ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', '-allowed_extensions', 'ALL', at(`${kind}-hls/master.m3u8`)], limits: LIMITS });
    expect(Number.parseFloat(read)).toBeCloseTo(20, 0);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const long = await makeSampleVideo(tools, at(`${kind}-long.mp4`), { seconds: 60, width: 1280, height: 720, sound: false });
    const facts = await factsOf(tools, long);
    const rendition = renditionsFor(facts.width, facts.height).at(-1)!;
    const abort = new AbortController();
    const run = transcodeRendition(tools, { source: long, facts, rendition, folder: at(`${kind}-cancel/v720`), signal: abort.signal, onProgress: () => abort.abort() });
    await expect(run).rejects.toMatchObject({ reason: 'cancelled' });
    expect(await readdir(at(`${kind}-cancel`))).toEqual([]);
  });

  it('stops a run that uses more than it may', async () => {
    const facts = await factsOf(tools, mp4);
    const args = ['-v', 'error', '-nostdin', '-stream_loop', '-1', ...safeInput(mp4, 'mov'), '-f', 'null', '-'];
    await expect(runTool(tools, 'ffmpeg', { args, limits: { ...LIMITS, wallSeconds: 1 } })).rejects.toMatchObject({ reason: 'timeout' });
    expect(facts.seconds).toBeGreaterThan(19);
    if (tools.prlimit === null) return;
    await expect(runTool(tools, 'ffmpeg', { args, limits: { ...LIMITS, cpuSeconds: 1 } })).rejects.toBeInstanceOf(ToolFailure);
  });

  it('takes a poster', async () => {
    const poster = await makePoster(tools, mp4, await factsOf(tools, mp4), at(`${kind}.webp`));
    expect(poster).toMatchObject({ width: 640, height: 360 });
    expect((await readFile(at(`${kind}.webp`))).toString('latin1', 8, 12)).toBe('WEBP');
  });

  it('turns a phone recording the right way up', async () => {
    const turned = at(`${kind}-turned.mp4`);
    await runTool(tools, 'ffmpeg', { args: ['-v', 'error', '-y', ...safeInput(mp4, 'mov'), '-t', '2', '-c', 'copy', '-metadata:s:v', 'rotate=90', turned], limits: LIMITS });
    const facts = await factsOf(tools, turned);
    // Newer versions no longer write the tag; then the picture is simply not turned.
    expect([`360x640`, `640x360`]).toContain(`${facts.width}x${facts.height}`);
    if (kind === 'bundled') expect(facts).toMatchObject({ width: 360, height: 640 });
  });

  it('refuses what is not a usable video, with a reason', async () => {
    await writeFile(at('empty.mp4'), '');
    await writeFile(at('text.mp4'), 'Notulen rapat koordinasi\n'.repeat(400));
    await writeFile(at('svg.mp4'), '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>');
    expect(await Promise.all(['empty.mp4', 'text.mp4', 'svg.mp4'].map((name) => refusalOf(tools, at(name))))).toEqual(['EMPTY', 'NOT_A_VIDEO', 'NOT_A_VIDEO']);

    const sound = at(`${kind}-sound.mp4`);
    await runTool(tools, 'ffmpeg', { args: ['-v', 'error', '-y', ...safeInput(mp4, 'mov'), '-vn', '-c', 'copy', sound], limits: LIMITS });
    expect(await refusalOf(tools, sound)).toBe('NO_PICTURE');

    const short = await makeSampleVideo(tools, at(`${kind}-short.mp4`), { seconds: 0.5 });
    expect(await refusalOf(tools, short)).toBe('TOO_SHORT');
    expect(await probeVideo(tools, mp4, { limits: { maxSeconds: 10, maxPixels: 1e9 } })).toEqual({ ok: false, refusal: 'TOO_LONG' });
    expect(await probeVideo(tools, mp4, { limits: { maxSeconds: 1e5, maxPixels: 1e4 } })).toEqual({ ok: false, refusal: 'TOO_LARGE' });
  });

  it('refuses a file that was cut off, whichever end its index is at', async () => {
    const front = await makeSampleVideo(tools, at(`${kind}-front.mp4`), { extra: ['-movflags', '+faststart'] });
    const webm = await makeSampleVideo(tools, at(`${kind}-cut.webm`), { seconds: 6 });
    for (const whole of [mp4, front, webm]) {
      const cut = `${whole}.cut`;
      await copyFile(whole, cut);
      await truncate(cut, Math.floor((await stat(whole)).size * 0.6));
      expect(await refusalOf(tools, cut)).toBe('TRUNCATED');
    }
  });

  it('refuses bytes that only begin like a video', async () => {
    const noise = at('noise.mp4');
    await copyFile(mp4, noise);
    const file = await open(noise, 'r+');
    const { size } = await file.stat();
    await file.write(Buffer.alloc(size - 2_000, 7), 0, size - 2_000, 2_000);
    await file.close();
    expect(['UNREADABLE', 'TRUNCATED', 'NO_PICTURE']).toContain(await refusalOf(tools, noise));
  });

  it('notices a film that ends before its stated end', async () => {
    const facts = await factsOf(tools, mp4);
    const rendition = renditionsFor(facts.width, facts.height)[0]!;
    const run = transcodeRendition(tools, { source: mp4, facts: { ...facts, seconds: 60 }, rendition, folder: at(`${kind}-early/v240`) });
    await expect(run).rejects.toBeInstanceOf(SourceEndedEarly);
  });

  it('lets no playlist reach a local file or an address', async () => {
    const calls: string[] = [];
    const server = createServer((request, response) => {
      calls.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const secret = at('secret.mp4');
    await copyFile(mp4, secret);
    const hostile: Record<string, string> = {
      'hls.mp4': `#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nhttp://127.0.0.1:${port}/stolen\n#EXT-X-ENDLIST\n`,
      'hls-local.mp4': `#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nfile://${secret}\n#EXT-X-ENDLIST\n`,
      'concat.mp4': `ffconcat version 1.0\nfile '${secret}'\n`,
      'sdp.mp4': `v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video ${port} RTP/AVP 96\n`,
      'dash.mp4': `<?xml version="1.0"?><MPD><Period><BaseURL>http://127.0.0.1:${port}/</BaseURL></Period></MPD>`,
    };
    for (const [name, text] of Object.entries(hostile)) {
      await writeFile(at(name), text);
      expect(await refusalOf(tools, at(name))).toBe('NOT_A_VIDEO');
      // Even if the first look were fooled, the chosen demuxer and the protocol list stop the tool itself.
      for (const container of ['mov', 'matroska'] as const) {
        await expect(runTool(tools, 'ffprobe', { args: ['-v', 'error', '-show_streams', ...safeInput(at(name), container)], limits: LIMITS })).rejects.toBeInstanceOf(ToolFailure);
      }
    }
    // A playlist behind a real first box of MP4.
    const ftyp = Buffer.from('00000018667479706d703432000000006d70343269736f6d', 'hex');
    await writeFile(at('behind.mp4'), Buffer.concat([ftyp, Buffer.from(hostile['hls.mp4'] ?? '')]));
    expect(await refusalOf(tools, at('behind.mp4'))).toBe('TRUNCATED');
    await new Promise((resolve) => server.close(resolve));
    expect(calls).toEqual([]);
  });
});
