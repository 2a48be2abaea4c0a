import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processStart } from '@pamong/platform/process/process-identity';
import { CommandError } from '../command.js';

const FILE = 'running.json';

/** A start whose `npm` was ended a moment ago notices that within half a second; then it needs some time to stop. */
const NOTICE_MS = 1_500;
const STOPPING_MS = 10_000;

interface Holder {
  readonly pid: number;
  readonly start: string;
  readonly address?: string;
  readonly stopping?: boolean;
}

/** Keeps a second start out of the same data folder. A lock whose process is gone, killed or restarted counts for nothing. */
export class StartLock {
  private constructor(private readonly file: string) {}

  /**
   * Takes the lock, waiting for one that is about to be released.
   * @throws CommandError naming who holds it
   */
  static async take(dataDir: string): Promise<StartLock> {
    const lock = new StartLock(join(dataDir, FILE));
    const began = performance.now();
    for (;;) {
      try {
        writeFileSync(lock.file, describe({}), { flag: 'wx' });
        return lock;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = StartLock.holder(dataDir);
      if (holder === null) {
        rmSync(lock.file, { force: true });
        continue;
      }
      if (performance.now() - began > (holder.stopping ? STOPPING_MS : NOTICE_MS)) throw new CommandError(refusal(dataDir, holder));
      await sleep(100);
    }
  }

  /** The living process that holds the lock of a data folder, or null. */
  static holder(dataDir: string): Holder | null {
    try {
      const holder = JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')) as Holder;
      return processStart(holder.pid) === holder.start ? holder : null;
    } catch {
      return null;
    }
  }

  /** Adds where the installation is reached, for the message that a second start gets, or that this one is stopping. */
  note(about: Pick<Holder, 'address' | 'stopping'>): void {
    writeFileSync(`${this.file}.new`, describe(about));
    renameSync(`${this.file}.new`, this.file);
  }

  release(): void {
    rmSync(this.file, { force: true });
  }
}

function describe(about: Pick<Holder, 'address' | 'stopping'>): string {
  const holder: Holder = { pid: process.pid, start: processStart(process.pid) ?? '', ...about };
  return JSON.stringify(holder);
}

function refusal(dataDir: string, holder: Holder): string {
  const where = holder.address === undefined ? 'is starting' : `runs at ${holder.address}`;
  return `Pamong ${where} with the data in ${dataDir} (process ${holder.pid}). Stop that one first: Ctrl C there, or kill ${holder.pid}.`;
}
