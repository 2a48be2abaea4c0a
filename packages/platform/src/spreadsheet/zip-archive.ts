import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { SpreadsheetFault, tooLargeInside } from './sheet.js';

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly headerAt: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const maxEntries = 2_000;

/** The parts of an office document. Sizes that the archive claims are not believed: what comes out is counted. */
export class ZipArchive {
  private unpacked = 0;

  private constructor(
    private readonly file: Buffer,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
    private readonly maxUnpackedBytes: number,
  ) {}

  /** @throws SpreadsheetFault DAMAGED where the table of contents cannot be read */
  static open(file: Buffer, maxUnpackedBytes: number): ZipArchive {
    try {
      return new ZipArchive(file, readDirectory(file), maxUnpackedBytes);
    } catch (error) {
      throw error instanceof SpreadsheetFault ? error : new SpreadsheetFault('DAMAGED');
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * The unpacked bytes of a part in pieces; nothing for a part that is not there.
   * @throws SpreadsheetFault TOO_LARGE_INSIDE as soon as all parts together exceed the limit
   */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined) return;
    const { file } = this;
    const at = entry.headerAt;
    if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL || (entry.method !== 0 && entry.method !== 8)) throw new SpreadsheetFault('DAMAGED');
    const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
    const packed = file.subarray(start, start + entry.packedBytes);
    const plain: Readable = entry.method === 8 ? Readable.from(slices(packed)).pipe(createInflateRaw()) : Readable.from(slices(packed));
    try {
      for await (const piece of plain as AsyncIterable<Buffer>) {
        this.unpacked += piece.length;
        if (this.unpacked > this.maxUnpackedBytes) throw tooLargeInside(this.maxUnpackedBytes);
        yield piece;
      }
    } catch (error) {
      throw error instanceof SpreadsheetFault ? error : new SpreadsheetFault('DAMAGED');
    } finally {
      plain.destroy();
    }
  }
}

function* slices(buffer: Buffer): Generator<Buffer> {
  for (let at = 0; at < buffer.length; at += 65_536) yield buffer.subarray(at, at + 65_536);
}

function readDirectory(file: Buffer): Map<string, ZipEntry> {
  let at = file.length - 22;
  const lowest = Math.max(0, file.length - 65_557);
  while (at >= lowest && file.readUInt32LE(at) !== END) at -= 1;
  if (at < lowest) throw new SpreadsheetFault('DAMAGED');
  const count = file.readUInt16LE(at + 10);
  const bytes = file.readUInt32LE(at + 12);
  const offset = file.readUInt32LE(at + 16);
  // 64-bit archives are larger than anything that an office writes.
  if (count > maxEntries || bytes > 4 * 1024 ** 2 || offset + bytes > file.length) throw new SpreadsheetFault('DAMAGED');
  const central = file.subarray(offset, offset + bytes);
  const entries = new Map<string, ZipEntry>();
  for (let position = 0, index = 0; index < count; index += 1) {
    if (central.readUInt32LE(position) !== CENTRAL) throw new SpreadsheetFault('DAMAGED');
    if ((central.readUInt16LE(position + 8) & 1) === 1) throw new SpreadsheetFault('PROTECTED');
    const nameLength = central.readUInt16LE(position + 28);
    const name = central.toString('utf8', position + 46, position + 46 + nameLength).replaceAll('\\', '/');
    entries.set(name, {
      name,
      method: central.readUInt16LE(position + 10),
      packedBytes: central.readUInt32LE(position + 20),
      headerAt: central.readUInt32LE(position + 42),
    });
    position += 46 + nameLength + central.readUInt16LE(position + 30) + central.readUInt16LE(position + 32);
  }
  return entries;
}
