import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { locateFfmpeg } from '@pamong/platform/ffmpeg/ffmpeg-tools';
import { probeVideo } from '@pamong/platform/ffmpeg/probe';
import { renditionsFor } from '@pamong/platform/ffmpeg/renditions.rules';
import { transcodeRendition } from '@pamong/platform/ffmpeg/transcode';
import { TestBrowser } from '@pamong/platform/testing/browser/browser';
import { Film } from './film.js';
import { filesOf, films } from './films.js';
import type { DemoFilm } from './films.js';
import { HEIGHT, WIDTH } from './drawing.js';

// Makes a recording of the demo again: `pnpm --filter @pamong/cli record-demo satu-klik`, or all of them without a name. The
// results are committed, since a bare machine should not need minutes to draw them.
const assets = join(import.meta.dirname, '..', '..', '..', 'assets', 'demo');

// A quiet chord that breathes, so that a listener knows that the sound works; nobody speaks.
const TONE = [196, 246.94, 293.66].map((hertz, i) => `0.016*sin(2*PI*${hertz}*t)*(0.6+0.4*sin(2*PI*t/${7 + i * 2}))`).join('+');

async function main(): Promise<void> {
  const [name, seconds] = process.argv.slice(2);
  const browser = await TestBrowser.open();
  const page = await browser.visitor({ baseURL: 'http://localhost', look: 'laptop-light-en', viewport: { width: WIDTH, height: HEIGHT } });
  await page.setContent(`<style>${await fontFaces()}html,body{margin:0;overflow:hidden}</style><body></body>`);
  await page.evaluate('Promise.all([500,600,700,800].map((weight) => document.fonts.load(`${weight} 20px Jakarta`)))');
  const shoot = async (picture: string) => {
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(picture)}`);
    return page.screenshot({ type: 'jpeg', quality: 95 });
  };
  for (const kept of films.filter((one) => name === undefined || filesOf(one).name === name)) {
    const film = new Film(kept.scenes);
    const files = filesOf(kept);
    await writeFile(join(assets, files.captions), film.captions());
    await writeFile(join(assets, files.chapters), `${JSON.stringify(film.chapters(), null, 2)}\n`);
    // Looking at single pictures while drawing: `record-demo satu-klik 12,40,95`.
    if (seconds === undefined) await record(kept, film, shoot);
    else for (const time of seconds.split(',')) await writeFile(join(assets, `frame-${time}.jpg`), await shoot(film.frame(Number(time))));
  }
  await browser.close();
}

async function record(kept: DemoFilm, film: Film, shoot: (picture: string) => Promise<Buffer>): Promise<void> {
  const { name, source } = filesOf(kept);
  const target = join(assets, source);
  await mkdir(dirname(target), { recursive: true });
  const encoder = await startEncoder(kept.kept, film.seconds, target);
  let drawn = '';
  let picture: Buffer = Buffer.alloc(0);
  for (let index = 0; index < film.seconds * kept.kept.fps; index += 1) {
    const next = film.frame(index / kept.kept.fps);
    if (next !== drawn) picture = await shoot(next);
    drawn = next;
    if (!encoder.stdin.write(picture)) await once(encoder.stdin, 'drain');
  }
  encoder.stdin.end();
  const [code] = (await once(encoder, 'close')) as [number | null];
  if (code !== 0) throw new Error('ffmpeg could not write the recording');
  await makeSmallestSize(target, join(assets, 'recording', name));
}

// The seed puts this size into storage, so that a first start does not wait for an encoder.
async function makeSmallestSize(source: string, beside: string): Promise<void> {
  const tools = await locateFfmpeg();
  const probe = await probeVideo(tools, source, {});
  if (!probe.ok) throw new Error(`the film is refused: ${probe.refusal}`);
  const [rendition] = renditionsFor(probe.facts.width, probe.facts.height);
  if (!rendition) throw new Error('the film has no size');
  const folder = join(beside, rendition.name);
  await rm(folder, { recursive: true, force: true });
  const made = await transcodeRendition(tools, { source, facts: probe.facts, rendition, folder });
  await writeFile(join(folder, 'rendition.json'), `${JSON.stringify(made)}\n`);
}

async function startEncoder({ lines, fps, crf, sound }: DemoFilm['kept'], seconds: number, target: string) {
  const { ffmpeg } = await locateFfmpeg();
  const pictures = ['-f', 'image2pipe', '-framerate', String(fps), '-i', 'pipe:0'];
  const chord = sound ? ['-f', 'lavfi', '-i', `aevalsrc=${TONE}:d=${seconds}:s=44100`] : [];
  const picture = ['-vf', `scale=-2:${lines}`, '-c:v', 'libx264', '-preset', 'veryslow', '-tune', 'animation', '-crf', String(crf), '-pix_fmt', 'yuv420p', '-g', String(fps * 30)];
  const noise = sound ? ['-c:a', 'aac', '-b:a', '32k', '-ac', '1'] : [];
  const output = ['-movflags', '+faststart', '-t', String(seconds), target];
  return spawn(ffmpeg.path, ['-v', 'error', '-y', ...pictures, ...chord, ...picture, ...noise, ...output], { stdio: ['pipe', 'inherit', 'inherit'] });
}

async function fontFaces(): Promise<string> {
  const fonts = dirname(createRequire(import.meta.resolve('@pamong/platform/ffmpeg/ffmpeg-tools')).resolve('@expo-google-fonts/plus-jakarta-sans/package.json'));
  const weights = { 500: '500Medium', 600: '600SemiBold', 700: '700Bold', 800: '800ExtraBold' };
  const faces = Object.entries(weights).map(async ([weight, folder]) => {
    const bytes = await readFile(join(fonts, folder, `PlusJakartaSans_${folder}.ttf`));
    return `@font-face{font-family:Jakarta;font-weight:${weight};src:url(data:font/ttf;base64,${bytes.toString('base64')})}`;
  });
  return (await Promise.all(faces)).join('');
}

await main();
