import { createWriteStream, mkdirSync, statSync, truncateSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

const LARGEST_LOG_BYTES = 20_000_000;
const LEVELS: Readonly<Record<number, string>> = { 40: 'warning', 50: 'error', 60: 'fatal' };

/**
 * Where the lines of our processes go: all of them into a file each, and to the terminal what a person should see.
 * Without a terminal (a service manager, a test) everything passes through as it is, one JSON object a line.
 */
export class Output {
  private readonly files = new Map<string, WriteStream>();

  /**
   * @param folder of the log files, made when missing
   * @param forPeople whether a person reads along
   */
  constructor(
    private readonly folder: string,
    private readonly forPeople: boolean,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  line(service: string, line: string): void {
    this.file(service).write(`${line}\n`);
    const shown = this.forPeople ? readable(service, line) : line;
    if (shown !== null) process.stdout.write(`${shown}\n`);
  }

  private file(service: string): WriteStream {
    const known = this.files.get(service);
    if (known !== undefined) return known;
    const path = join(this.folder, `${service.toLowerCase()}.log`);
    try {
      if (statSync(path).size > LARGEST_LOG_BYTES) truncateSync(path);
    } catch {
      // There is no log yet.
    }
    const stream = createWriteStream(path, { flags: 'a', mode: 0o600 });
    // A full disk must not stop the application on account of its log.
    stream.on('error', () => undefined);
    this.files.set(service, stream);
    return stream;
  }
}

/** A log line for a person: warnings and worse, and whatever is not a log line; null for the rest. */
export function readable(service: string, line: string): string | null {
  if (!line.startsWith('{')) return line.trim() === '' ? null : `${service}: ${line}`;
  try {
    const entry = JSON.parse(line) as { level?: number; msg?: string; time?: string; err?: { message?: string } };
    const level = LEVELS[entry.level ?? 0];
    if (level === undefined) return null;
    const cause = entry.err?.message === undefined ? '' : ` (${entry.err.message})`;
    return `${entry.time?.slice(11, 19) ?? ''} ${service} ${level}: ${entry.msg ?? ''}${cause}`;
  } catch {
    return `${service}: ${line}`;
  }
}
