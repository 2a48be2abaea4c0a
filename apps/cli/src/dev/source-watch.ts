import { spawn } from 'node:child_process';
import { existsSync, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

const SETTLE_MS = 80;
const SERVERS = ['packages/contract', 'packages/platform', 'packages/domain', 'apps/api', 'apps/worker'];

/**
 * Compiles the servers when a source of theirs changes. The compiler's own watch mode notices some changes only after
 * seconds, so this one listens to the file system and runs an incremental build, which takes well below a second.
 */
export class SourceWatch {
  private readonly watchers = new Map<string, FSWatcher>();
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
    for (const folder of SERVERS.map((name) => join(root, name, 'src')).filter(existsSync)) this.follow(folder);
  }

  close(): void {
    clearTimeout(this.timer);
    for (const watcher of this.watchers.values()) watcher.close();
  }

  /**
   * Watches a folder and those below it, each for itself: the recursive watch of Node on Linux loses sight of a file
   * that an editor saves by writing another one and renaming it.
   */
  private follow(folder: string): void {
    if (this.watchers.has(folder)) return;
    const watcher = watch(folder, (_event, name) => {
      if (name === null) return;
      const path = join(folder, name);
      if (/\.tsx?$/.test(name)) {
        if (!/\.spec\.tsx?$/.test(name)) this.changed();
      } else if (isFolder(path)) {
        this.follow(path);
        this.changed();
      }
    });
    watcher.on('error', () => {
      this.watchers.get(folder)?.close();
      this.watchers.delete(folder);
    });
    this.watchers.set(folder, watcher);
    for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) this.follow(join(folder, entry.name));
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

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
