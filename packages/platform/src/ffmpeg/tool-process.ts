import { spawn } from 'node:child_process';
import { constants as os, setPriority } from 'node:os';
import type { FfmpegTools } from './ffmpeg-tools.js';

/** What one run of a program may use. Sizes in bytes, times in seconds. */
export interface ToolLimits {
  wallSeconds: number;
  cpuSeconds: number;
  /** Address space. The static build of ffmpeg maps about 200 MB before it works. */
  memoryBytes: number;
  /** The largest single file that it may write. */
  fileBytes: number;
}

export interface ToolRun {
  args: readonly string[];
  limits: ToolLimits;
  cwd?: string | undefined;
  signal?: AbortSignal | undefined;
  onStdout?: ((text: string) => void) | undefined;
}

/** The program ended with an error, was stopped by a limit, or was cancelled by the caller. */
export class ToolFailure extends Error {
  constructor(
    readonly reason: 'exit' | 'timeout' | 'cancelled',
    /** The last lines that the program wrote; for the log, never for a person. */
    readonly details: string,
  ) {
    super(`media tool stopped (${reason}): ${details.slice(-400)}`);
    this.name = 'ToolFailure';
  }
}

const KEEP_STDERR = 4_000;
const KEEP_STDOUT = 8_000_000;
const KILL_AFTER_MS = 3_000;

/**
 * Runs a program with an argument list (there is no shell), an empty environment, low priority and the given limits.
 * @returns what it wrote to its standard output
 * @throws ToolFailure
 */
export async function runTool(tools: FfmpegTools, program: 'ffmpeg' | 'ffprobe', run: ToolRun): Promise<string> {
  if (run.signal?.aborted) throw new ToolFailure('cancelled', 'cancelled before it began');
  const [command, ...args] = commandLine(tools, tools[program].path, run);
  const child = spawn(command ?? '', args, { cwd: run.cwd, env: {}, stdio: ['ignore', 'pipe', 'pipe'], shell: false });
  // Lessons are read while recordings are made: the pages come first.
  if (child.pid !== undefined) lowerPriority(child.pid);

  let stdout = '';
  let stderr = '';
  let stopped: 'timeout' | 'cancelled' | null = null;
  let killTimer: NodeJS.Timeout | undefined;
  const stop = (reason: 'timeout' | 'cancelled') => {
    stopped ??= reason;
    child.kill('SIGTERM');
    killTimer ??= setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
  };
  const cancel = () => stop('cancelled');
  const timer = setTimeout(() => stop('timeout'), run.limits.wallSeconds * 1_000);
  run.signal?.addEventListener('abort', cancel, { once: true });

  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (run.onStdout) run.onStdout(text);
    else if (stdout.length < KEEP_STDOUT) stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-KEEP_STDERR);
  });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (stopped) throw new ToolFailure(stopped, stderr);
    if (code !== 0) throw new ToolFailure('exit', stderr || `code ${code ?? 'by signal'}`);
    return stdout;
  } finally {
    clearTimeout(timer);
    clearTimeout(killTimer);
    run.signal?.removeEventListener('abort', cancel);
  }
}

function commandLine(tools: FfmpegTools, path: string, { args, limits }: ToolRun): string[] {
  const line = [path, ...args];
  if (tools.prlimit) {
    const { memoryBytes, cpuSeconds, fileBytes } = limits;
    line.unshift(tools.prlimit, `--as=${memoryBytes}`, `--cpu=${Math.ceil(cpuSeconds)}`, `--fsize=${fileBytes}`, '--core=0', '--nofile=64');
  }
  if (tools.setpriv) line.unshift(tools.setpriv, '--pdeathsig', 'KILL');
  return line;
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, os.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has already ended, or the system does not allow it: slower pages, nothing else.
  }
}
