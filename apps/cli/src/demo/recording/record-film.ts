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
import { HEIGHT, WIDTH } from './drawing.js';

// Makes the demo's recording again: `pnpm --filter @pamong/cli record-demo`. The result is committed, since a bare machine
// should not need minutes to draw it.
const FPS = 15;
const texts = join(import.meta.dirname, '..', '..', '..', 'assets', 'demo', 'ai-101');
// Beside the demo's pictures: the web offers it as "video contoh", and the seed uploads it.
const target = join(import.meta.dirname, '..', '..', '..', '..', 'web', 'public', 'demo');

// A quiet chord that breathes, so that a listener knows that the sound works; nobody speaks.
const TONE = [196, 246.94, 293.66].map((hertz, i) => `0.016*sin(2*PI*${hertz}*t)*(0.6+0.4*sin(2*PI*t/${7 + i * 2}))`).join('+');

async function main(): Promise<void> {
  const film = new Film();
  await mkdir(target, { recursive: true });
  await writeFile(join(texts, 'menebak-kata.vtt'), film.captions());
  await writeFile(join(texts, 'menebak-kata.chapters.json'), `${JSON.stringify(film.chapters(), null, 2)}\n`);
  const only = process.argv[2]?.split(',').map(Number);
  const browser = await TestBrowser.open();
  const page = await browser.visitor({ baseURL: 'http://localhost', look: 'laptop-light-en', viewport: { width: WIDTH, height: HEIGHT } });
  await page.setContent(`<style>${await fontFaces()}html,body{margin:0;overflow:hidden}</style><body></body>`);
  await page.evaluate('Promise.all([500,600,700,800].map((weight) => document.fonts.load(`${weight} 20px Jakarta`)))');
  const shoot = async (time: number) => {
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(film.frame(time))}`);
    return page.screenshot({ type: 'jpeg', quality: 95 });
  };
  if (only) {
    // Looking at single pictures while drawing: `record-demo 12,40,95`.
    for (const time of only) await writeFile(join(target, `frame-${time}.jpg`), await shoot(time));
  } else {
    const encoder = await startEncoder(film.seconds);
    for (let index = 0; index < film.seconds * FPS; index += 1) {
      if (!encoder.stdin.write(await shoot(index / FPS))) await once(encoder.stdin, 'drain');
    }
    encoder.stdin.end();
    const [code] = (await once(encoder, 'close')) as [number | null];
    if (code !== 0) throw new Error('ffmpeg could not write the recording');
    await makeSmallestSize(join(target, 'menebak-kata.mp4'));
  }
  await browser.close();
}

// The seed puts this size into storage, so that a first start does not wait for an encoder.
async function makeSmallestSize(source: string): Promise<void> {
  const tools = await locateFfmpeg();
  const probe = await probeVideo(tools, source, {});
  if (!probe.ok) throw new Error(`the film is refused: ${probe.refusal}`);
  const [rendition] = renditionsFor(probe.facts.width, probe.facts.height);
  if (!rendition) throw new Error('the film has no size');
  const folder = join(texts, '..', 'recording', rendition.name);
  await rm(folder, { recursive: true, force: true });
  const made = await transcodeRendition(tools, { source, facts: probe.facts, rendition, folder });
  await writeFile(join(folder, 'rendition.json'), `${JSON.stringify(made)}\n`);
}

async function startEncoder(seconds: number) {
  const { ffmpeg } = await locateFfmpeg();
  const input = ['-f', 'image2pipe', '-framerate', String(FPS), '-i', 'pipe:0', '-f', 'lavfi', '-i', `aevalsrc=${TONE}:d=${seconds}:s=44100`];
  const picture = ['-c:v', 'libx264', '-preset', 'slow', '-tune', 'animation', '-crf', '25', '-pix_fmt', 'yuv420p', '-g', String(FPS * 6)];
  const sound = ['-c:a', 'aac', '-b:a', '32k', '-ac', '1'];
  const output = ['-movflags', '+faststart', '-t', String(seconds), join(target, 'menebak-kata.mp4')];
  return spawn(ffmpeg.path, ['-v', 'error', '-y', ...input, ...picture, ...sound, ...output], { stdio: ['pipe', 'inherit', 'inherit'] });
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
