import sharp from 'sharp';

/** Widest that a lesson shows a picture on a sharp screen. */
const widest = 1_600;
/** Pixels at most in the source: a 40-megapixel photograph, not a bomb. */
const mostPixels = 40_000_000;

export interface WebPicture {
  readonly bytes: Buffer;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Makes a WebP picture of at most 1,600 pixels of a photograph or drawing (JPEG, PNG, WebP, GIF, AVIF), upright and without
 * its metadata, which may say where it was taken.
 * @returns null when the bytes are no such picture
 */
export async function toWebPicture(source: Uint8Array): Promise<WebPicture | null> {
  try {
    const picture = sharp(source, { limitInputPixels: mostPixels, failOn: 'error' });
    const { format } = await picture.metadata();
    // A vector drawing may refer to files and fonts of the server.
    if (format === 'svg' || format === 'pdf') return null;
    const { data, info } = await picture.rotate().resize({ width: widest, withoutEnlargement: true }).webp({ quality: 80 }).toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    return null;
  }
}
