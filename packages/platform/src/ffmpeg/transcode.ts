import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FfmpegTools } from './ffmpeg-tools.js';
import { avcCodec, parseMediaPlaylist, type FinishedRendition } from './hls-playlist.rules.js';
import { progressSeconds, safeInput, type VideoFacts } from './probe.js';
import type { Rendition } from './renditions.rules.js';
import { runTool, type ToolLimits } from './tool-process.js';

export interface TranscodeOptions {
  source: string;
  facts: VideoFacts;
  rendition: Rendition;
  /** The finished rendition's folder. Made beside itself under another name and renamed, so it is there wholly or not at all. */
  folder: string;
  /** Threads of the encoder, default 1. */
  threads?: number;
  signal?: AbortSignal;
  /** Called with the share that is done, 0 to 1, about twice a second. */
  onProgress?: (share: number) => void;
}

const SEGMENT_SECONDS = 6;
const MAX_FPS = 30;
const GIB = 1024 ** 3;

/** The film stopped long before its stated end: the file is damaged in the middle. */
export class SourceEndedEarly extends Error {
  constructor(
    readonly madeSeconds: number,
    readonly statedSeconds: number,
  ) {
    super(`the recording ended after ${madeSeconds.toFixed(1)} of ${statedSeconds.toFixed(1)} seconds`);
    this.name = 'SourceEndedEarly';
  }
}

/**
 * Makes one HLS rendition (fMP4 segments of six seconds). A second run finds the finished folder and only describes it.
 * @throws ToolFailure (error, limit, cancelled), SourceEndedEarly
 */
export async function transcodeRendition(tools: FfmpegTools, options: TranscodeOptions): Promise<FinishedRendition> {
  const { folder, facts, rendition } = options;
  const done = await describeRendition(folder, rendition);
  if (done) return done;
  const partial = `${folder}.partial-${randomBytes(4).toString('hex')}`;
  await mkdir(partial, { recursive: true });
  try {
    await encode(tools, options, partial);
    const made = await describeRendition(partial, rendition);
    if (!made) throw new Error('ffmpeg ended well and left no finished playlist');
    if (made.seconds < facts.seconds * 0.9 - 2) throw new SourceEndedEarly(made.seconds, facts.seconds);
    // What lies there now is a left-over without a finished playlist: describeRendition did not accept it.
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    return made;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** Reads a rendition's folder; null when it is absent or unfinished. */
export async function describeRendition(folder: string, rendition: Rendition): Promise<FinishedRendition | null> {
  const text = await readFile(join(folder, 'index.m3u8'), 'utf8').catch(() => null);
  if (text === null) return null;
  const { segments, complete } = parseMediaPlaylist(text);
  if (!complete || segments.length === 0) return null;
  const init = await readFile(join(folder, 'init.mp4'));
  let bytes = init.length;
  let seconds = 0;
  let peakBitrate = 0;
  for (const segment of segments) {
    const { size } = await stat(join(folder, segment.name));
    bytes += size;
    seconds += segment.seconds;
    // The last crumb of a film may be a fraction of a second, whose rate says nothing.
    peakBitrate = Math.max(peakBitrate, Math.ceil((size * 8) / Math.max(segment.seconds, 1)));
  }
  const audio = init.includes('mp4a', 0, 'latin1') ? ',mp4a.40.2' : '';
  return { ...rendition, codecs: `${avcCodec(init) ?? 'avc1.4d401f'}${audio}`, seconds, bytes, peakBitrate };
}

async function encode(tools: FfmpegTools, options: TranscodeOptions, cwd: string): Promise<void> {
  const { facts, signal, onProgress } = options;
  await runTool(tools, 'ffmpeg', {
    args: encoderArguments(options),
    cwd,
    limits: limitsFor(options),
    signal,
    onStdout: (text) => {
      const seconds = progressSeconds(text);
      if (seconds !== null) onProgress?.(Math.min(1, seconds / facts.seconds));
    },
  });
}

function encoderArguments({ source, facts, rendition, threads = 1 }: TranscodeOptions): string[] {
  const filters = [`scale=${rendition.width}:${rendition.height}`, 'setsar=1'];
  if (facts.framesPerSecond > MAX_FPS + 0.5) filters.unshift(`fps=${MAX_FPS}`);
  const sound = facts.audioCodec === null
    ? ['-an']
    : ['-c:a', 'aac', '-b:a', `${rendition.audioBitrate}`, '-ac', `${rendition.audioChannels}`, '-ar', '44100', '-af', 'aresample=async=1000'];
  return [
    ...['-v', 'error', '-hide_banner', '-nostdin', '-y', '-threads', `${threads}`, ...safeInput(source, facts.container)],
    // Only the picture and the sound: no subtitles, data or attachments of the file come through, and no metadata of its author.
    ...['-map', '0:v:0', '-map', '0:a:0?', '-map_metadata', '-1', '-map_chapters', '-1', '-sn', '-dn'],
    ...['-vf', filters.join(','), '-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'main', '-pix_fmt', 'yuv420p', '-threads', `${threads}`],
    ...['-crf', '26', '-maxrate', `${rendition.videoBitrate}`, '-bufsize', `${rendition.videoBitrate * 2}`],
    // Every size is cut at the same instants, so a player changes the size without a jump.
    ...['-sc_threshold', '0', '-force_key_frames', `expr:gte(t,n_forced*${SEGMENT_SECONDS})`],
    ...sound,
    ...['-f', 'hls', '-hls_time', `${SEGMENT_SECONDS}`, '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4'],
    ...['-hls_fmp4_init_filename', 'init.mp4', '-hls_segment_filename', 'seg%05d.m4s', '-progress', 'pipe:1', 'index.m3u8'],
  ];
}

function limitsFor({ facts }: TranscodeOptions): ToolLimits {
  // A slow two-core machine encodes 720p at about twice real time; ten times slower than that is a stuck or hostile file.
  return { wallSeconds: facts.seconds * 6 + 600, cpuSeconds: facts.seconds * 6 + 600, memoryBytes: 3 * GIB, fileBytes: 256 * 1024 ** 2 };
}
