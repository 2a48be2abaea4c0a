import sharp from 'sharp';
import { toWebPicture } from './web-picture.js';

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#0a5' } });

it('makes a smaller WebP without metadata', async () => {
  const source = await plain(2_000, 1_000).jpeg().withExif({ IFD0: { Copyright: 'rahasia' } }).toBuffer();
  const made = await toWebPicture(source);
  expect(made).toMatchObject({ width: 1_600, height: 800 });
  const seen = await sharp(made?.bytes).metadata();
  expect(seen.format).toBe('webp');
  expect(seen.exif).toBeUndefined();
});

it('keeps a small picture small', async () => {
  expect(await toWebPicture(await plain(32, 16).png().toBuffer())).toMatchObject({ width: 32, height: 16 });
});

it.each([
  ['nothing', ''],
  ['text', 'bukan gambar'],
  ['a vector drawing', '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><image href="file:///etc/passwd"/></svg>'],
])('refuses %s', async (_, text) => expect(await toWebPicture(Buffer.from(text))).toBeNull());
