import { open, type FileHandle } from 'node:fs/promises';

/** The demuxer that the bytes of a file call for, by ffmpeg's names. */
export type ContainerKind = 'mov' | 'matroska';

export type Sniffed =
  | { kind: ContainerKind; complete: boolean }
  | { kind: 'empty' }
  | { kind: 'other' };

const MP4_BOXES = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'pnot', 'styp', 'moof', 'sidx', 'uuid', 'mfra', 'emsg', 'pdin', 'meta', 'prft']);
const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
// A fragmented recording of eight hours has some 30,000 boxes; more than this is somebody's joke.
const MAX_BOXES = 400_000;

/**
 * Reads the first bytes and the outline of a file. A name or a declared type is never believed: a playlist or a picture
 * called `rapat.mp4` is `other`, and ffmpeg is later told which demuxer to use, so it cannot choose a dangerous one.
 * `complete` is false when the outline promises more bytes than the file has (an upload or a recording that was cut off).
 */
export async function sniffContainer(path: string): Promise<Sniffed> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size === 0) return { kind: 'empty' };
    const head = await readAt(file, 0, 64);
    if (head.length >= 12 && head.readUInt32BE(0) === EBML) return { kind: 'matroska', complete: await matroskaComplete(file, head, size) };
    if (head.length >= 12 && ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot'].includes(fourcc(head, 4))) {
      return { kind: 'mov', complete: await mp4Complete(file, size) };
    }
    return { kind: 'other' };
  } finally {
    await file.close();
  }
}

async function mp4Complete(file: FileHandle, size: number): Promise<boolean> {
  let offset = 0;
  let index = false;
  for (let count = 0; offset < size && count < MAX_BOXES; count += 1) {
    const head = await readAt(file, offset, 16);
    // A few stray bytes after the last box are harmless; a cut header inside the film is not.
    if (head.length < 8) return index;
    const type = fourcc(head, 4);
    if (!MP4_BOXES.has(type)) return index;
    index ||= type === 'moov';
    const small = head.readUInt32BE(0);
    if (small === 0) return index;
    if (small === 1 && head.length < 16) return false;
    const length = small === 1 ? Number(head.readBigUInt64BE(8)) : small;
    if (length < 8 || offset + length > size) return false;
    offset += length;
  }
  return index;
}

async function matroskaComplete(file: FileHandle, head: Buffer, size: number): Promise<boolean> {
  const header = vint(head, 4);
  if (!header) return false;
  const at = 4 + header.bytes + header.value;
  const segment = await readAt(file, at, 12);
  if (segment.length < 5 || segment.readUInt32BE(0) !== SEGMENT) return false;
  const length = vint(segment, 4);
  // All ones means "unknown", which is what a browser's recorder writes: then the end of the file is the end.
  if (!length || length.unknown) return true;
  return at + 4 + length.bytes + length.value <= size;
}

/** A variable-length integer of EBML: the leading zero bits of the first byte say how long it is. */
function vint(buffer: Buffer, at: number): { bytes: number; value: number; unknown: boolean } | null {
  const first = buffer[at];
  if (first === undefined || first === 0) return null;
  const bytes = Math.clz32(first) - 23;
  if (buffer.length < at + bytes) return null;
  let value = first & (0xff >> bytes);
  let ones = value === 0xff >> bytes;
  for (let i = 1; i < bytes; i += 1) {
    const next = buffer[at + i] ?? 0;
    ones &&= next === 0xff;
    value = value * 256 + next;
  }
  return { bytes, value, unknown: ones };
}

const fourcc = (buffer: Buffer, at: number): string => buffer.toString('latin1', at, at + 4);

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
