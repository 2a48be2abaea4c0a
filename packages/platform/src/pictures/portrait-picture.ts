import sharp from 'sharp';

/** A passport photo of 3 x 4 cm with 500 dots an inch; what is printed needs 300. */
const width = 600;
const height = 800;
/** Narrower than this a face is a mosaic on paper: 3 cm with 250 dots an inch. */
const narrowest = 300;
/** Pixels at most in the source: a 40-megapixel photograph, not a bomb. */
const mostPixels = 40_000_000;
/** What cameras and phones write. HEIC is among `heif`, of which only what our library can decode gets through. */
const formats: readonly string[] = ['jpeg', 'png', 'webp', 'heif'];

export interface PortraitPicture {
  /** A JPEG without metadata, 600 x 800 pixels. */
  readonly bytes: Buffer;
}

/** `unreadable`: no picture of a known format, damaged, or of giant size. `too_small`: too few pixels to be printed. */
export type PortraitFault = 'unreadable' | 'too_small';

/**
 * Makes a passport photo of a photograph: upright, cropped to 3:4 from the middle and the top, where faces are, on white, and without its
 * metadata, which may say where it was taken. It is drawn anew, so whatever else the file carried stays behind.
 */
export async function toPortrait(source: Uint8Array): Promise<PortraitPicture | PortraitFault> {
  try {
    const picture = sharp(source, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 });
    const { format, width: wide, height: high, orientation = 1 } = await picture.metadata();
    if (!formats.includes(format)) return 'unreadable';
    // From 5 on the camera was held sideways.
    const [across, down] = orientation >= 5 ? [high, wide] : [wide, high];
    if (Math.min(across, (down * width) / height) < narrowest) return 'too_small';
    const bytes = await picture
      .timeout({ seconds: 10 })
      .rotate()
      .flatten({ background: '#ffffff' })
      .resize({ width, height, fit: 'cover', position: 'top' })
      .toColourspace('srgb')
      .jpeg({ quality: 88, mozjpeg: true })
      .toBuffer();
    return { bytes };
  } catch {
    return 'unreadable';
  }
}
