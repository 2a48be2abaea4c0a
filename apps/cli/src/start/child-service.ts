import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { leashed } from '@pamong/platform/process/leash';
import type { Output } from './output.js';
import type { Running, Service } from './service.js';

const KEPT_LINES = 20;
/** Jobs get two seconds to finish, then they are given back; the database needs the rest of the five seconds. */
const STOP_PATIENCE_MS = 3_200;
const LAST_LINES_MS = 300;

export interface ChildOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly output: Output;
  /**
   * How it tells that it serves, and learns that we are gone: one of our own processes by the IPC channel
   * (`process.send('ready')`, `leaveWithParent`); a stranger's program by a line of its output, on a leash.
   */
  readonly readyWhen: 'ready-message' | RegExp;
  /** A process that has neither served nor ended by then is ended. */
  readonly startPatienceMs?: number;
  /** How long it may take to stop before it is killed. */
  readonly stopPatienceMs?: number;
}

/** A child process as a service. */
export class ChildService implements Service {
  readonly name: string;
  private child: ChildProcess | undefined;
  private ended: Promise<string> = Promise.resolve('not started');
  private readonly lines: string[] = [];

  constructor(private readonly options: ChildOptions) {
    this.name = options.name;
  }

  async start(): Promise<Running> {
    this.lines.length = 0;
    const child = this.spawn();
    this.child = child;
    const ready = new Promise<'ready'>((resolve) => this.listen(child, () => resolve('ready')));
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => {
        const ending = signal ?? `exit code ${code}`;
        // The last lines are complete when the pipes have closed, which a grandchild could delay for ever.
        child.once('close', () => resolve(ending));
        setTimeout(() => resolve(ending), LAST_LINES_MS).unref();
      });
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), this.options.startPatienceMs ?? 60_000);
    });
    const first = await Promise.race([ready, late, this.ended.then((ending) => ({ ending }))]);
    clearTimeout(timer);
    if (first === 'ready') return { ended: this.ended };
    if (first === 'late') {
      await this.stop();
      throw new Error('did not become ready in time');
    }
    throw new Error(first.ending);
  }

  lastLines(): readonly string[] {
    return this.lines;
  }

  async stop(): Promise<void> {
    const child = this.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const impatient = setTimeout(() => this.killGroup(child), this.options.stopPatienceMs ?? STOP_PATIENCE_MS);
    await this.ended;
    clearTimeout(impatient);
  }

  private spawn(): ChildProcess {
    const { command, args, cwd, env, readyWhen } = this.options;
    // A group of its own: Ctrl C in the terminal reaches us alone, and we stop things in order.
    if (readyWhen === 'ready-message') return spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const held = leashed(command, args);
    return spawn(held.command, held.args, { cwd, env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  }

  private listen(child: ChildProcess, ready: () => void): void {
    const { readyWhen, output, name } = this.options;
    if (readyWhen === 'ready-message') child.on('message', (message) => message === 'ready' && ready());
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        this.lines.push(line.slice(0, 2_000));
        if (this.lines.length > KEPT_LINES) this.lines.shift();
        output.line(name, line);
        if (readyWhen instanceof RegExp && readyWhen.test(line)) ready();
      });
    }
  }

  private killGroup(child: ChildProcess): void {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      child.kill('SIGKILL');
    }
  }
}
