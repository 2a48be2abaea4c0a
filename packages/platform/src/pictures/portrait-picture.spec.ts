import sharp from 'sharp';
import { somePng } from '../testing/some-png.js';
import { toPortrait } from './portrait-picture.js';

const plain = (width: number, height: number, background = '#0a5') => sharp({ create: { width, height, channels: 3, background } });
const portrait = async (source: Uint8Array) => {
  const made = await toPortrait(source);
  if (typeof made === 'string') throw new Error(made);
  return made.bytes;
};

it.each(['jpeg', 'png', 'webp', 'avif'] as const)('makes a 3:4 JPEG of a %s', async (format) => {
  expect(await sharp(await portrait(await plain(900, 700).toFormat(format).toBuffer())).metadata()).toMatchObject({ format: 'jpeg', width: 600, height: 800 });
});

it('stands upright as the camera was held, and forgets when and where that was', async () => {
  // Red above green, stored sideways with the note to turn it (orientation 6: a quarter to the right).
  const upright = await sharp({ create: { width: 600, height: 800, channels: 3, background: '#f00' } }).composite([{ input: await plain(600, 400, '#0f0').png().toBuffer(), top: 400, left: 0 }]).png().toBuffer();
  const source = await sharp(await sharp(upright).rotate(-90).png().toBuffer())
    .jpeg()
    .withExif({ IFD0: { Copyright: 'rahasia' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '0/1 53/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const made = await portrait(source);
  const { data } = await sharp(made).extract({ left: 300, top: 40, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true });
  expect([(data[0] ?? 0) > 200, (data[1] ?? 255) < 60]).toEqual([true, true]);
  const { exif, orientation, icc, xmp } = await sharp(made).metadata();
  expect({ exif, orientation, xmp }).toEqual({ exif: undefined, orientation: undefined, xmp: undefined });
  expect(icc).toBeUndefined();
  expect(made.includes('rahasia')).toBe(false);
});

it('lays a transparent picture on white', async () => {
  const source = await sharp({ create: { width: 600, height: 800, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer();
  const { data } = await sharp(await portrait(source)).extract({ left: 1, top: 1, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true });
  expect([...data]).toEqual([255, 255, 255]);
});

it('leaves behind whatever hides after or inside of a picture', async () => {
  const picture = await plain(600, 800).jpeg().toBuffer();
  const page = '<html><script>alert(1)</script></html>';
  const made = await portrait(Buffer.concat([picture, Buffer.from(page), Buffer.from('PK\u0003\u0004 archive')]));
  expect([made.includes('script'), made.includes('PK\u0003\u0004')]).toEqual([false, false]);
  const commented = await sharp(picture).jpeg().withXmp(`<?xpacket?><x:xmpmeta xmlns:x="adobe:ns:meta/">${page}</x:xmpmeta>`).toBuffer();
  expect((await portrait(commented)).includes('script')).toBe(false);
});

it('says when a picture is too small to be printed, also where one side alone is', async () => {
  expect(await toPortrait(await plain(299, 900).png().toBuffer())).toBe('too_small');
  expect(await toPortrait(await plain(900, 399).png().toBuffer())).toBe('too_small');
  expect(typeof (await toPortrait(await plain(300, 400).png().toBuffer()))).toBe('object');
});

it('refuses a picture of 50,000 x 50,000 pixels at once', async () => {
  const began = Date.now();
  expect(await toPortrait(somePng(50_000, 50_000, 1))).toBe('unreadable');
  expect(Date.now() - began).toBeLessThan(2_000);
});

it('refuses a photograph that was cut off, and a PNG without its end', async () => {
  const jpeg = await sharp({ create: { width: 1_200, height: 1_600, channels: 3, background: '#333', noise: { type: 'gaussian', mean: 128, sigma: 40 } } }).jpeg().toBuffer();
  expect(await toPortrait(jpeg.subarray(0, Math.floor(jpeg.length / 2)))).toBe('unreadable');
  const png = await plain(600, 800).png({ compressionLevel: 0 }).toBuffer();
  expect(await toPortrait(png.subarray(0, Math.floor(png.length / 2)))).toBe('unreadable');
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('bukan gambar')],
  ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800"><image href="file:///etc/passwd"/></svg>')],
  ['a drawing behind a byte order mark', Buffer.from('\uFEFF<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="600" height="800"/>')],
  ['a document', Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj')],
  ['an HEIC that our library cannot decode', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1')])],
])('refuses %s', async (_what, source) => expect(await toPortrait(source)).toBe('unreadable'));

it('refuses kinds that no camera writes', async () => {
  expect(await toPortrait(await plain(600, 800).gif().toBuffer())).toBe('unreadable');
  expect(await toPortrait(await plain(600, 800).tiff().toBuffer())).toBe('unreadable');
});
