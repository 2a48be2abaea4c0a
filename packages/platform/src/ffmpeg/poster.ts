import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { FfmpegTools } from './ffmpeg-tools.js';
import { safeInput, type VideoFacts } from './probe.js';
import { runTool } from './tool-process.js';

const MAX_WIDTH = 1_280;
const LIMITS = { wallSeconds: 180, cpuSeconds: 120, memoryBytes: 2 * 1024 ** 3, fileBytes: 64 * 1024 ** 2 };

/**
 * Takes a telling frame near the beginning as a WebP picture of at most 1280 pixels.
 * @param target path of the picture; its folder must exist. It is replaced in one step.
 * @throws ToolFailure
 */
export async function makePoster(
  tools: FfmpegTools,
  source: string,
  facts: VideoFacts,
  target: string,
  signal?: AbortSignal,
): Promise<{ width: number; height: number; bytes: number }> {
  const folder = await mkdtemp(join(dirname(target), '.poster-'));
  try {
    const frame = join(folder, 'frame.png');
    const from = Math.min(facts.seconds * 0.1, 30);
    const args = [
      ...['-v', 'error', '-nostdin', '-y', '-threads', '1', '-ss', from.toFixed(2), ...safeInput(source, facts.container)],
      // `thumbnail` picks the frame that is most like its neighbours: not the black one, not a cross-fade.
      ...['-map', '0:v:0', '-an', '-vf', `thumbnail=n=50,scale=${facts.width}:${facts.height},setsar=1`, '-frames:v', '1', '-f', 'image2', `file:${frame}`],
    ];
    await runTool(tools, 'ffmpeg', { args, limits: LIMITS, signal });
    const picture = await sharp(await readFile(frame)).resize({ width: MAX_WIDTH, withoutEnlargement: true }).webp({ quality: 74 }).toBuffer({ resolveWithObject: true });
    const finished = join(folder, 'poster.webp');
    await writeFile(finished, picture.data);
    await rename(finished, target);
    return { width: picture.info.width, height: picture.info.height, bytes: picture.info.size };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
