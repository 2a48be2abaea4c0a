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

/** Widths in which a page offers a picture, beside its own; a phone of 360 points with a sharp screen takes the middle one. */
export const pictureWidths = [480, 960] as const;

export interface PictureSize {
  /** `480.avif`: width and format. */
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Smaller sizes of a picture that `toWebPicture` made, each as AVIF and WebP, and its own size as AVIF. AVIF takes about half of WebP; old
 * phones take the latter. The lowest effort: most of the gain for a tenth of the time.
 */
export async function pictureSizes(picture: WebPicture): Promise<PictureSize[]> {
  const made: PictureSize[] = [];
  for (const width of [...pictureWidths.filter((one) => one < picture.width), picture.width]) {
    const resized = sharp(picture.bytes).resize({ width, withoutEnlargement: true });
    made.push({ name: `${width}.avif`, bytes: await resized.clone().avif({ quality: 55, effort: 0 }).toBuffer() });
    if (width < picture.width) made.push({ name: `${width}.webp`, bytes: await resized.clone().webp({ quality: 78 }).toBuffer() });
  }
  return made;
}
