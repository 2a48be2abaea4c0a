import { sniffContainer, type ContainerKind } from './container-sniff.js';
import type { FfmpegTools } from './ffmpeg-tools.js';
import { runTool, ToolFailure, type ToolLimits } from './tool-process.js';

/** What is known of a recording that can be used. */
export interface VideoFacts {
  container: ContainerKind;
  seconds: number;
  /** As shown: rotation and non-square pixels are already counted in. */
  width: number;
  height: number;
  framesPerSecond: number;
  videoCodec: string;
  /** Null for a recording without sound, which is fine. */
  audioCodec: string | null;
}

export type VideoRefusal = 'EMPTY' | 'NOT_A_VIDEO' | 'TRUNCATED' | 'NO_PICTURE' | 'TOO_SHORT' | 'TOO_LONG' | 'TOO_LARGE' | 'UNREADABLE';

export type Probe = { ok: true; facts: VideoFacts } | { ok: false; refusal: VideoRefusal };

export interface ProbeLimits {
  maxSeconds: number;
  maxPixels: number;
}

export const PROBE_LIMITS: ProbeLimits = { maxSeconds: 12 * 3_600, maxPixels: 4_096 * 2_304 };
const MIN_SECONDS = 1;
const TOOL_LIMITS: ToolLimits = { wallSeconds: 60, cpuSeconds: 60, memoryBytes: 2 * 1024 ** 3, fileBytes: 1024 ** 2 };
const MEASURE_LIMITS: ToolLimits = { ...TOOL_LIMITS, wallSeconds: 600, cpuSeconds: 300 };

/**
 * Arguments that open a file of a stranger: the demuxer is the one that the bytes call for, and only local files may be
 * opened, so a playlist cannot make ffmpeg read a secret or call an address.
 */
export function safeInput(path: string, container: ContainerKind): string[] {
  return ['-protocol_whitelist', 'file', '-f', container, '-i', `file:${path}`];
}

/**
 * Looks at a file that somebody sent and says what it is, or why it cannot be used.
 * @throws ToolFailure only when cancelled; a file that breaks the tools is a refusal.
 */
export async function probeVideo(tools: FfmpegTools, path: string, options: { limits?: ProbeLimits; signal?: AbortSignal } = {}): Promise<Probe> {
  const limits = options.limits ?? PROBE_LIMITS;
  const sniffed = await sniffContainer(path);
  if (sniffed.kind === 'empty') return refuse('EMPTY');
  if (sniffed.kind === 'other') return refuse('NOT_A_VIDEO');
  if (!sniffed.complete) return refuse('TRUNCATED');
  try {
    const container = sniffed.kind;
    const report = await describe(tools, path, container, options.signal);
    const video = report.streams.find((stream) => stream.codec_type === 'video' && stream.disposition?.attached_pic !== 1);
    if (!video?.width || !video.height) return refuse('NO_PICTURE');
    if (video.width * video.height > limits.maxPixels) return refuse('TOO_LARGE');
    if (!(await canDecode(tools, path, container, options.signal))) return refuse('UNREADABLE');
    const declared = Number.parseFloat(report.format?.duration ?? '');
    const seconds = declared > 0 ? declared : await measureSeconds(tools, path, container, options.signal);
    if (seconds < MIN_SECONDS) return refuse('TOO_SHORT');
    if (seconds > limits.maxSeconds) return refuse('TOO_LONG');
    const audio = report.streams.find((stream) => stream.codec_type === 'audio' && stream.channels !== 0);
    return {
      ok: true,
      facts: {
        container,
        seconds,
        ...displaySize(video),
        framesPerSecond: ratio(video.avg_frame_rate, '/') ?? 25,
        videoCodec: video.codec_name ?? 'unknown',
        audioCodec: audio?.codec_name ?? null,
      },
    };
  } catch (error) {
    if (error instanceof ToolFailure && error.reason !== 'cancelled') return refuse('UNREADABLE');
    throw error;
  }
}

interface StreamReport {
  codec_type?: string;
  codec_name?: string;
  width?: number;
  height?: number;
  channels?: number;
  avg_frame_rate?: string;
  sample_aspect_ratio?: string;
  disposition?: { attached_pic?: number };
  tags?: { rotate?: string };
  side_data_list?: { rotation?: number }[];
}

interface Report {
  streams: StreamReport[];
  format?: { duration?: string };
}

async function describe(tools: FfmpegTools, path: string, container: ContainerKind, signal?: AbortSignal): Promise<Report> {
  const args = ['-v', 'error', '-hide_banner', '-print_format', 'json', '-show_format', '-show_streams', ...safeInput(path, container)];
  const text = await runTool(tools, 'ffprobe', { args, limits: TOOL_LIMITS, signal });
  const parsed = JSON.parse(text) as Partial<Report>;
  return { streams: parsed.streams ?? [], ...(parsed.format ? { format: parsed.format } : {}) };
}

/** Decodes the first frames: a known container may hold a codec that this ffmpeg does not know, or an encrypted film. */
async function canDecode(tools: FfmpegTools, path: string, container: ContainerKind, signal?: AbortSignal): Promise<boolean> {
  const args = ['-v', 'error', '-nostdin', '-threads', '1', ...safeInput(path, container), '-map', '0:v:0', '-frames:v', '2', '-f', 'rawvideo', '-y', '/dev/null'];
  try {
    await runTool(tools, 'ffmpeg', { args: [...args, '-progress', 'pipe:1'], limits: TOOL_LIMITS, signal });
    return true;
  } catch (error) {
    if (error instanceof ToolFailure && error.reason === 'cancelled') throw error;
    return false;
  }
}

/** The length of a file that does not state it (a browser's recorder writes none): every packet is read once, none is decoded. */
async function measureSeconds(tools: FfmpegTools, path: string, container: ContainerKind, signal?: AbortSignal): Promise<number> {
  let seconds = 0;
  const args = ['-v', 'error', '-nostdin', ...safeInput(path, container), '-map', '0:v:0', '-c', 'copy', '-f', 'null', '-progress', 'pipe:1', '-'];
  await runTool(tools, 'ffmpeg', {
    args,
    limits: MEASURE_LIMITS,
    signal,
    onStdout: (text) => {
      seconds = progressSeconds(text) ?? seconds;
    },
  });
  return seconds;
}

/** The last position in a piece of ffmpeg's `-progress` output, in seconds. */
export function progressSeconds(text: string): number | null {
  // `out_time_ms` holds microseconds in every version of ffmpeg; the name is its old mistake.
  const found = [...text.matchAll(/^out_time_ms=(\d+)\s*$/gm)].at(-1);
  return found ? Number(found[1]) / 1_000_000 : null;
}

function displaySize(video: StreamReport): { width: number; height: number } {
  const width = Math.round((video.width ?? 0) * (ratio(video.sample_aspect_ratio, ':') ?? 1));
  const height = video.height ?? 0;
  const turned = video.side_data_list?.find((data) => data.rotation !== undefined)?.rotation ?? Number(video.tags?.rotate ?? 0);
  return Math.abs(turned) % 180 === 90 ? { width: height, height: width } : { width, height };
}

function ratio(text: string | undefined, separator: string): number | null {
  const [above, below] = (text ?? '').split(separator).map(Number);
  return above && below ? above / below : null;
}

const refuse = (refusal: VideoRefusal): Probe => ({ ok: false, refusal });
