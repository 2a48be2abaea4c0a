import { spawn } from 'node:child_process';
import { existsSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

const SETTLE_MS = 80;
const SERVERS = ['packages/contract', 'packages/platform', 'packages/domain', 'apps/api', 'apps/worker'];

/**
 * Compiles the servers when a source of theirs changes. The compiler's own watch mode notices some changes only after
 * seconds, so this one listens to the file system and runs an incremental build, which takes well below a second.
 */
export class SourceWatch {
  private readonly watchers: FSWatcher[] = [];
  private timer: NodeJS.Timeout | undefined;
  private building = false;
  private dirty = false;

  /**
   * @param built called after each build that changed something and found no fault
   * @param say where the compiler's findings go
   */
  constructor(
    private readonly root: string,
    private readonly built: () => Promise<void>,
    private readonly say: (line: string) => void,
  ) {
    for (const folder of SERVERS.map((name) => join(root, name, 'src')).filter(existsSync)) {
      this.watchers.push(
        watch(folder, { recursive: true }, (_event, name) => {
          if (name !== null && /\.tsx?$/.test(name) && !/\.spec\.tsx?$/.test(name)) this.changed();
        }),
      );
    }
  }

  close(): void {
    clearTimeout(this.timer);
    for (const watcher of this.watchers) watcher.close();
  }

  private changed(): void {
    this.dirty = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.build(), SETTLE_MS);
  }

  private async build(): Promise<void> {
    if (this.building) return;
    this.building = true;
    while (this.dirty) {
      this.dirty = false;
      const started = performance.now();
      const faults = await this.compile();
      if (faults === null) {
        await this.built();
        this.say(`Compiled and restarted in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
      } else {
        this.say(faults);
      }
    }
    this.building = false;
  }

  /** Null, or the compiler's findings. */
  private compile(): Promise<string | null> {
    const compiler = join(this.root, 'node_modules', 'typescript', 'bin', 'tsc');
    const child = spawn(process.execPath, [compiler, '-b', 'apps/api', 'apps/worker', '--pretty', 'false'], { cwd: this.root, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    return new Promise((resolve) => child.once('close', (code) => resolve(code === 0 ? null : text.trimEnd())));
  }
}
