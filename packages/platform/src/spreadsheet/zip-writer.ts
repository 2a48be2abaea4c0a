import { crc32, deflateRawSync } from 'node:zlib';

/** What the table of contents says of a part. */
export interface Part {
  readonly name: Buffer;
  readonly crc: number;
  /** Bytes as packed. */
  readonly packed: number;
  readonly bytes: number;
  readonly at: number;
}

/** A zip archive in memory, for workbooks of some megabytes. */
export class ZipWriter {
  private readonly pieces: Buffer[] = [];
  private readonly parts: Part[] = [];
  private length = 0;

  add(name: string, content: string | Buffer): void {
    const plain = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const packed = deflateRawSync(plain, { level: packing });
    const part: Part = { name: Buffer.from(name, 'utf8'), crc: crc32(plain), packed: packed.length, bytes: plain.length, at: this.length };
    this.parts.push(part);
    this.push(localHeader(part), part.name, packed);
  }

  end(): Buffer {
    return Buffer.concat([...this.pieces, contents(this.parts, this.length)]);
  }

  private push(...buffers: Buffer[]): void {
    for (const buffer of buffers) {
      this.pieces.push(buffer);
      this.length += buffer.length;
    }
  }
}

/** Quick rather than small: text of a table packs well at any level. */
export const packing = 4;

/** What stands before a part. @param streamed sizes are not known yet and follow the part */
export function localHeader(part: Part, streamed = false): Buffer {
  return header(0x04034b50, part, streamed);
}

/** The table of contents at the end of an archive. @param at bytes before it */
export function contents(parts: readonly (Part & { readonly streamed?: boolean })[], at: number): Buffer {
  const entries = parts.flatMap((part) => [header(0x02014b50, part, part.streamed === true), part.name]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.reduce((sum, entry) => sum + entry.length, 0), 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...entries, end]);
}

/** A local header, or with a few fields more the entry of the table of contents. The day is fixed: the same content gives the same file. */
function header(signature: number, part: Part, streamed: boolean): Buffer {
  const central = signature === 0x02014b50;
  const buffer = Buffer.alloc(central ? 46 : 30);
  buffer.writeUInt32LE(signature, 0);
  const shift = central ? 2 : 0;
  if (central) buffer.writeUInt16LE(20, 4);
  buffer.writeUInt16LE(20, 4 + shift);
  // Names are UTF-8; bit 3 says that the sizes follow the part.
  buffer.writeUInt16LE(streamed ? 0x0808 : 0x0800, 6 + shift);
  buffer.writeUInt16LE(8, 8 + shift);
  buffer.writeUInt16LE(0x21, 12 + shift);
  buffer.writeUInt32LE(part.crc, 14 + shift);
  buffer.writeUInt32LE(part.packed, 18 + shift);
  buffer.writeUInt32LE(part.bytes, 22 + shift);
  buffer.writeUInt16LE(part.name.length, 26 + shift);
  if (central) buffer.writeUInt32LE(part.at, 42);
  return buffer;
}
