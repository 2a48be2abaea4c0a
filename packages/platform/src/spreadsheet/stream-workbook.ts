import { once } from 'node:events';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import { csvLine, csvMark } from './write-csv.js';
import { frameParts, rowXml, sheetEnd, sheetHead, sheetPart } from './write-workbook.js';
import type { Part } from './zip-writer.js';
import { contents, localHeader, packing } from './zip-writer.js';

/** One sheet whose rows come bit by bit; the first one is the header. */
export interface SheetToStream {
  /** At most 31 characters. */
  readonly name: string;
  readonly widths: readonly number[];
  /** Batches of rows, so that not every row costs a turn. */
  readonly batches: AsyncIterable<readonly (readonly string[])[]>;
}

/** An XLSX workbook as a stream, however many rows it has: no more than a batch is in memory. Every cell is text. */
export async function* streamWorkbook(sheet: SheetToStream): AsyncGenerator<Buffer> {
  const parts: (Part & { streamed?: boolean })[] = [];
  let at = 0;
  for (const [name, content] of frameParts([sheet.name])) {
    const plain = Buffer.from(content, 'utf8');
    const packed = deflateRawSync(plain, { level: packing });
    const part: Part = { name: Buffer.from(name, 'utf8'), crc: crc32(plain), packed: packed.length, bytes: plain.length, at };
    const whole = Buffer.concat([localHeader(part), part.name, packed]);
    parts.push(part);
    at += whole.length;
    yield whole;
  }
  const started: Part = { name: Buffer.from(sheetPart(0), 'utf8'), crc: 0, packed: 0, bytes: 0, at };
  yield Buffer.concat([localHeader(started, true), started.name]);
  const sizes = { crc: 0, packed: 0, bytes: 0 };
  yield* pack(sheetXml(sheet), sizes);
  // The descriptor: what the local header could not know yet.
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(sizes.crc, 4);
  descriptor.writeUInt32LE(sizes.packed, 8);
  descriptor.writeUInt32LE(sizes.bytes, 12);
  yield descriptor;
  parts.push({ ...started, ...sizes, streamed: true });
  yield contents(parts, started.at + 30 + started.name.length + sizes.packed + descriptor.length);
}

/** Separated values as a stream. */
export async function* streamCsv(batches: AsyncIterable<readonly (readonly string[])[]>): AsyncGenerator<Buffer> {
  yield Buffer.from(csvMark, 'utf8');
  for await (const batch of batches) yield Buffer.from(batch.map(csvLine).join(''), 'utf8');
}

async function* sheetXml({ widths, batches }: SheetToStream): AsyncGenerator<Buffer> {
  let index = 0;
  for await (const batch of batches) {
    let text = index === 0 ? sheetHead(batch[0]?.length ?? 0, widths) : '';
    for (const row of batch) {
      text += rowXml(row, index);
      index += 1;
    }
    yield Buffer.from(text, 'utf8');
  }
  yield Buffer.from((index === 0 ? sheetHead(0, widths) : '') + sheetEnd, 'utf8');
}

/** Packs pieces as they come and counts; nothing is packed ahead of whoever reads. */
async function* pack(pieces: AsyncIterable<Buffer>, sizes: { crc: number; packed: number; bytes: number }): AsyncGenerator<Buffer> {
  const packer = createDeflateRaw({ level: packing });
  const ready: Buffer[] = [];
  packer.on('data', (chunk: Buffer) => ready.push(chunk));
  const take = function* () {
    for (const chunk of ready.splice(0)) {
      sizes.packed += chunk.length;
      yield chunk;
    }
  };
  for await (const piece of pieces) {
    sizes.crc = crc32(piece, sizes.crc);
    sizes.bytes += piece.length;
    if (!packer.write(piece)) await once(packer, 'drain');
    yield* take();
  }
  const ended = once(packer, 'end');
  packer.end();
  await ended;
  yield* take();
}
