import sharp from 'sharp';
import type { EmblemPicture } from './emblem-picture.js';
import { toEmblem } from './emblem-picture.js';

const svg = (inside: string, attributes = 'width="200" height="100"') => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`);
const picture = async (source: Uint8Array) => {
  const made = await toEmblem(source);
  if (typeof made === 'string') throw new Error(made);
  return made;
};
const colourAt = async ({ bytes }: EmblemPicture, left: number, top: number) => [...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())];

it('draws an SVG in the height that is printed, with transparent paper', async () => {
  const made = await picture(svg('<rect width="100" height="100" fill="#c00"/>'));
  expect(made).toMatchObject({ width: 600, height: 300 });
  expect(await colourAt(made, 100, 150)).toEqual([204, 0, 0, 255]);
  expect(await colourAt(made, 500, 150)).toEqual([0, 0, 0, 0]);
});

it('draws an SVG that has a view box only, and what drawing programs write around it', async () => {
  const inkscape = Buffer.from(
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' +
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><defs><linearGradient id="a"><stop stop-color="#0f0"/></linearGradient></defs>' +
      '<g style="fill:url(#a)"><rect width="10" height="10"/></g></svg>',
  );
  const made = await picture(inkscape);
  expect(made).toMatchObject({ width: 300, height: 300 });
  expect((await colourAt(made, 150, 150))[1]).toBeGreaterThan(240);
});

it('keeps a PNG small, transparent and without what its camera wrote', async () => {
  const source = await sharp({ create: { width: 900, height: 900, channels: 4, background: { r: 0, g: 0, b: 255, alpha: 0.5 } } }).png().withExif({ IFD0: { Copyright: 'rahasia' } }).toBuffer();
  const made = await picture(source);
  expect(made).toMatchObject({ width: 300, height: 300 });
  expect((await sharp(made.bytes).metadata()).exif).toBeUndefined();
});

it('gives a long banner room above and below instead of letting it leave the sheet', async () => {
  const made = await picture(svg('<rect width="2000" height="100"/>', 'width="2000" height="100"'));
  expect(made.width / made.height).toBeLessThanOrEqual(5);
});

it.each([
  ['a program', '<script>alert(1)</script>'],
  ['a program with a prefix', '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>'],
  ['an event', '<rect width="1" height="1" onload="alert(1)"/>'],
  ['an event after a quote', '<rect width="1"onclick="alert(1)"/>'],
  ['a foreign document', '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject>'],
  ['a file of the server', '<image href="file:///etc/passwd" width="1" height="1"/>'],
  ['a picture from elsewhere', '<image xlink:href="https://example.com/a.png" width="1" height="1"/>'],
  ['a drawing inside a drawing', '<image href="data:image/svg+xml;base64,PHN2Zy8+" width="1" height="1"/>'],
  ['a link that runs', '<a href="javascript:alert(1)"><rect width="1" height="1"/></a>'],
  ['a style from elsewhere', '<style>@import "https://example.com/a.css";</style>'],
  ['a fill from elsewhere', '<rect width="1" height="1" fill="url(https://example.com/a.svg#b)"/>'],
  ['a costly effect', '<filter id="f"><feTurbulence numOctaves="9999"/></filter>'],
])('refuses %s as unsafe', async (_what, inside) => expect(await toEmblem(svg(inside))).toBe('unsafe'));

it.each([
  ['entities', '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>'],
  ['an entity that reads a file', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>'],
  ['another encoding', '<?xml version="1.0" encoding="UTF-7"?><svg xmlns="http://www.w3.org/2000/svg">+ADw-script+AD4-</svg>'],
])('refuses %s as unsafe', async (_what, text) => expect(await toEmblem(Buffer.from(text))).toBe('unsafe'));

it.each([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('bukan gambar')],
  ['a page', Buffer.from('<html><body>x</body></html>')],
  ['a packed drawing', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])],
  ['a PNG that was cut off', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
  ['a drawing that was cut off', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect')],
  ['a drawing of giant size', svg('<rect width="1" height="1"/>', 'width="1000000" height="1000000"')],
])('cannot read %s', async (_what, source) => expect(await toEmblem(source)).toBe('unreadable'));
