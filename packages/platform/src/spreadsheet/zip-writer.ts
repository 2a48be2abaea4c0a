import { crc32, deflateRawSync } from 'node:zlib';

interface Part {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: Buffer;
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
    const part: Part = { name: Buffer.from(name, 'utf8'), crc: crc32(plain), packed: deflateRawSync(plain, { level: 4 }), bytes: plain.length, at: this.length };
    this.parts.push(part);
    this.push(header(0x04034b50, part), part.name, part.packed);
  }

  end(): Buffer {
    const at = this.length;
    for (const part of this.parts) this.push(header(0x02014b50, part), part.name);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.parts.length, 8);
    end.writeUInt16LE(this.parts.length, 10);
    end.writeUInt32LE(this.length - at, 12);
    end.writeUInt32LE(at, 16);
    return Buffer.concat([...this.pieces, end]);
  }

  private push(...buffers: Buffer[]): void {
    for (const buffer of buffers) {
      this.pieces.push(buffer);
      this.length += buffer.length;
    }
  }
}

/** A local header, or with a few fields more the entry of the table of contents. The day is fixed: the same content gives the same file. */
function header(signature: number, part: Part): Buffer {
  const central = signature === 0x02014b50;
  const buffer = Buffer.alloc(central ? 46 : 30);
  buffer.writeUInt32LE(signature, 0);
  const shift = central ? 2 : 0;
  if (central) buffer.writeUInt16LE(20, 4);
  buffer.writeUInt16LE(20, 4 + shift);
  // Names are UTF-8.
  buffer.writeUInt16LE(0x0800, 6 + shift);
  buffer.writeUInt16LE(8, 8 + shift);
  buffer.writeUInt16LE(0x21, 12 + shift);
  buffer.writeUInt32LE(part.crc, 14 + shift);
  buffer.writeUInt32LE(part.packed.length, 18 + shift);
  buffer.writeUInt32LE(part.bytes, 22 + shift);
  buffer.writeUInt16LE(part.name.length, 26 + shift);
  if (central) buffer.writeUInt32LE(part.at, 42);
  return buffer;
}
