import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processStart } from '@pamong/platform/process/process-identity';
import { CommandError } from '../command.js';

const FILE = 'running.json';

interface Holder {
  readonly pid: number;
  readonly start: string;
  readonly address?: string;
}

/** Keeps a second start out of the same data folder. A lock whose process is gone, killed or restarted counts for nothing. */
export class StartLock {
  private constructor(private readonly file: string) {}

  /** @throws CommandError naming who holds it */
  static take(dataDir: string): StartLock {
    const lock = new StartLock(join(dataDir, FILE));
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        writeFileSync(lock.file, describe(), { flag: 'wx' });
        return lock;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = StartLock.holder(dataDir);
      if (holder !== null) throw new CommandError(refusal(dataDir, holder));
      rmSync(lock.file, { force: true });
    }
    throw new CommandError(`Another start of Pamong in ${dataDir} was quicker.`);
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

  /** Adds where the installation is reached, for the message that a second start gets. */
  setAddress(address: string): void {
    writeFileSync(`${this.file}.new`, describe(address));
    renameSync(`${this.file}.new`, this.file);
  }

  release(): void {
    rmSync(this.file, { force: true });
  }
}

function describe(address?: string): string {
  return JSON.stringify({ pid: process.pid, start: processStart(process.pid) ?? '', address } satisfies Holder | object);
}

function refusal(dataDir: string, holder: Holder): string {
  const where = holder.address === undefined ? 'is starting' : `runs at ${holder.address}`;
  return `Pamong ${where} with the data in ${dataDir} (process ${holder.pid}). Stop that one first: Ctrl C there, or kill ${holder.pid}.`;
}
