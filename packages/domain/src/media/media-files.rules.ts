/** A file of a recording that a player may ask for. */
export interface PublicFile {
  /** Parts of its storage key below the asset. */
  readonly key: readonly string[];
  readonly contentType: string;
  /** True for what never changes under its name. */
  readonly immutable: boolean;
}

const MP4 = 'video/mp4';
const PLAYLIST = 'application/vnd.apple.mpegurl';

/** Only these names exist; the sources, descriptions and whatever else lies there cannot be asked for. */
export function publicFile(name: string): PublicFile | null {
  if (name === 'master.m3u8') return { key: ['hls', name], contentType: PLAYLIST, immutable: false };
  if (name === 'poster.webp') return { key: [name], contentType: 'image/webp', immutable: true };
  if (/^captions-[a-z]{2,3}-[0-9a-f]{12}\.vtt$/.test(name)) return { key: [name], contentType: 'text/vtt; charset=utf-8', immutable: true };
  const [folder, file, ...more] = name.split('/');
  if (folder === undefined || file === undefined || more.length > 0 || !/^v\d{2,4}$/.test(folder)) return null;
  if (file === 'index.m3u8') return { key: ['hls', folder, file], contentType: PLAYLIST, immutable: true };
  if (file === 'init.mp4' || /^seg\d{5}\.m4s$/.test(file)) return { key: ['hls', folder, file], contentType: MP4, immutable: true };
  return null;
}

/**
 * The range of a `Range` header for a file of this size: null for the whole file (no header, several ranges, another unit),
 * `unsatisfiable` when it begins behind the end.
 */
export function byteRange(header: string | undefined, size: number): { start: number; end: number } | 'unsatisfiable' | null {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!found || (found[1] === '' && found[2] === '')) return null;
  const [from, until] = [found[1] ?? '', found[2] ?? ''];
  const start = from === '' ? Math.max(0, size - Number(until)) : Number(from);
  const end = from === '' || until === '' ? size - 1 : Math.min(size - 1, Number(until));
  return start >= size || start > end ? 'unsatisfiable' : { start, end };
}
