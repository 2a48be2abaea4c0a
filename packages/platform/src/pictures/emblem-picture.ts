import sharp from 'sharp';

/** Emblems are printed 15 mm high: 300 pixels are some 500 dots an inch there, and keep each document small. */
const height = 300;
/** A banner wider than this gets empty room above and below, so that it never leaves the sheet. */
const widestShape = 5;
const mostPixels = 20_000_000;
const pngMagic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export interface EmblemPicture {
  /** A PNG with transparency and without metadata. */
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** `unreadable`: no PNG or SVG. `unsafe`: a drawing that carries a program, points outside of itself, or would be costly to draw. */
export type EmblemFault = 'unreadable' | 'unsafe';

/**
 * Makes of an agency's emblem (SVG or PNG) a picture that can be printed and shown anywhere. A drawing is drawn here, once: what a
 * user sent is never passed on.
 */
export async function toEmblem(source: Uint8Array): Promise<EmblemPicture | EmblemFault> {
  const bytes = Buffer.from(source);
  if (bytes.subarray(0, 8).equals(pngMagic)) return draw(bytes, undefined);
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '').trimStart();
  if (!text.startsWith('<') || !/<svg[\s>]/i.test(text)) return 'unreadable';
  if (!isHarmlessSvg(text)) return 'unsafe';
  const size = await sharp(bytes, { limitInputPixels: mostPixels }).metadata().catch(() => null);
  if (size === null) return 'unreadable';
  // Drawings have no pixels: this density gives them the height that is printed.
  return draw(bytes, Math.min(10_000, Math.max(1, (72 * height) / size.height)));
}

/**
 * Refuses what an emblem does not need: programs, foreign documents, entities, filters, and every reference that leaves the drawing.
 * The renderer loads nothing from outside either; this is the first of two walls, and it tells the user why.
 */
export function isHarmlessSvg(text: string): boolean {
  const declared = /^<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/i.exec(text)?.[1] ?? 'utf-8';
  // In another encoding the words below would look different to us than to the renderer.
  if (!/^(utf-8|us-ascii|iso-8859-1)$/i.test(declared)) return false;
  if (/<!ENTITY|<!DOCTYPE[^>]*\[|<\?xml-stylesheet|@import|javascript:/i.test(text)) return false;
  if (/<(?:[\w-]+:)?(?:script|foreignObject|filter|iframe|embed|object|audio|video|animate\w*|set|handler|listener)\b/i.test(text)) return false;
  if (/[\s"'/]on[a-z]+\s*=/i.test(text)) return false;
  const targets = [...text.matchAll(/\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map((match) => (match[1] ?? match[2] ?? '').trim());
  if (targets.some((target) => !/^(?:#|data:image\/(?:png|jpeg);base64,|$)/i.test(target))) return false;
  return [...text.matchAll(/url\(\s*(?:["']|&quot;|&apos;)?\s*(.)/gi)].every((match) => match[1] === '#');
}

async function draw(source: Buffer, density: number | undefined): Promise<EmblemPicture | EmblemFault> {
  try {
    const options = { limitInputPixels: mostPixels, failOn: 'error' as const, ...(density === undefined ? {} : { density }) };
    const small = await sharp(source, options)
      .timeout({ seconds: 5 })
      .ensureAlpha()
      .resize({ width: height * widestShape, height, fit: 'inside', withoutEnlargement: density === undefined })
      .png()
      .toBuffer({ resolveWithObject: true });
    const missing = Math.ceil(small.info.width / widestShape) - small.info.height;
    const background = { r: 0, g: 0, b: 0, alpha: 0 };
    const { data, info } = await sharp(small.data)
      .extend(missing > 0 ? { top: Math.floor(missing / 2), bottom: Math.ceil(missing / 2), background } : { top: 0, background })
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    return 'unreadable';
  }
}
