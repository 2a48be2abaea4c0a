import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FfmpegTools } from './ffmpeg-tools.js';
import { runTool } from './tool-process.js';

export interface SampleVideo {
  seconds: number;
  width: number;
  height: number;
  sound: boolean;
  /** Further arguments of the output, `['-movflags', '+faststart']` for one. */
  extra: readonly string[];
}

/**
 * Test kit: makes a small moving recording (a running clock picture and a soft tone). The ending of `target` chooses MP4 or WebM.
 * About a second of work for ten seconds of film.
 */
export async function makeSampleVideo(tools: FfmpegTools, target: string, wanted: Partial<SampleVideo> = {}): Promise<string> {
  const { seconds = 14, width = 640, height = 360, sound = true, extra = [] } = wanted;
  await mkdir(dirname(target), { recursive: true });
  const webm = target.endsWith('.webm');
  const codecs = webm ? ['-c:v', 'libvpx', '-b:v', '200k', '-deadline', 'realtime', '-cpu-used', '8'] : ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '35'];
  const audio = sound ? ['-f', 'lavfi', '-i', `sine=frequency=220:duration=${seconds}`] : [];
  const args = [
    ...['-v', 'error', '-nostdin', '-y', '-f', 'lavfi', '-i', `testsrc=size=${width}x${height}:rate=12:duration=${seconds}`, ...audio],
    ...[...codecs, '-pix_fmt', 'yuv420p', '-g', '24', ...(sound ? ['-c:a', webm ? 'libopus' : 'aac', '-b:a', '32k', '-shortest'] : ['-an'])],
    ...[...extra, `file:${target}`],
  ];
  await runTool(tools, 'ffmpeg', { args, limits: { wallSeconds: 120, cpuSeconds: 120, memoryBytes: 3 * 1024 ** 3, fileBytes: 1024 ** 3 } });
  return target;
}
