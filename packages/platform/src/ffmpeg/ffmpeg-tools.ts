import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where a program was found: the machine's own, the copy inside an npm package, or the path that the operator named. */
export type ToolOrigin = 'system' | 'bundled' | 'configured';

export interface Tool {
  path: string;
  /** First line of `-version`, shown on the health page. */
  version: string;
  origin: ToolOrigin;
}

export interface FfmpegTools {
  ffmpeg: Tool;
  ffprobe: Tool;
  /** `prlimit` of util-linux: limits memory, CPU seconds and file size. Null where it does not exist. */
  prlimit: string | null;
  /** `setpriv` of util-linux: a child dies with its parent. Null where it does not exist. */
  setpriv: string | null;
}

export interface LocateOptions {
  ffmpegPath?: string | undefined;
  ffprobePath?: string | undefined;
  /** Folders searched for the system's programs; an empty list forces the bundled ones. */
  searchFolders?: readonly string[] | undefined;
}

// A fixed list and not PATH: what a service may start must not depend on the shell that started it.
const SYSTEM_FOLDERS = ['/usr/local/bin', '/usr/bin', '/bin', '/opt/homebrew/bin'];

/**
 * Finds ffmpeg and ffprobe: the configured path, then the system's, then the static builds inside the npm packages.
 * @throws Error when neither exists; the message says what to install.
 */
export async function locateFfmpeg(options: LocateOptions = {}): Promise<FfmpegTools> {
  const folders = options.searchFolders ?? SYSTEM_FOLDERS;
  const [ffmpeg, ffprobe, prlimit, setpriv] = await Promise.all([
    locate('ffmpeg', options.ffmpegPath, folders),
    locate('ffprobe', options.ffprobePath, folders),
    find('prlimit', SYSTEM_FOLDERS),
    find('setpriv', SYSTEM_FOLDERS),
  ]);
  return { ffmpeg, ffprobe, prlimit, setpriv };
}

async function locate(name: 'ffmpeg' | 'ffprobe', configured: string | undefined, folders: readonly string[]): Promise<Tool> {
  const candidates: { path: string | null; origin: ToolOrigin }[] = [
    { path: configured ?? null, origin: 'configured' },
    { path: await find(name, folders), origin: 'system' },
    { path: await bundled(name), origin: 'bundled' },
  ];
  for (const { path, origin } of candidates) {
    const version = path === null ? null : await versionOf(path);
    if (path !== null && version !== null) return { path, version, origin };
  }
  throw new Error(`${name} was not found. Install the package "ffmpeg" of your system, or run the installation again so that npm brings it along.`);
}

async function find(name: string, folders: readonly string[]): Promise<string | null> {
  for (const folder of folders) {
    const path = join(folder, name);
    if (await isExecutable(path)) return path;
  }
  return null;
}

async function bundled(name: 'ffmpeg' | 'ffprobe'): Promise<string | null> {
  try {
    // The packages throw on import where they have no build for the machine.
    const installer = name === 'ffmpeg' ? await import('@ffmpeg-installer/ffmpeg') : await import('@ffprobe-installer/ffprobe');
    return (await isExecutable(installer.default.path)) ? installer.default.path : null;
  } catch {
    return null;
  }
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function versionOf(path: string): Promise<string | null> {
  try {
    const { stdout } = await run(path, ['-hide_banner', '-version'], { timeout: 10_000, env: {} });
    return stdout.split('\n', 1)[0] ?? '';
  } catch {
    return null;
  }
}
