import { all, appendChild, element, isTag, parseTree, prependChild, replaceElement, textContent, writeTree } from './html-tree.js';
import type { Element, Tree } from './html-tree.js';

/** What a page says by itself, in the language that the course is written in. */
const words = {
  id: { info: 'Informasi', tip: 'Kiat', warning: 'Peringatan', important: 'Penting', table: 'Tabel', code: 'Kode' },
  en: { info: 'Information', tip: 'Tip', warning: 'Warning', important: 'Important', table: 'Table', code: 'Code' },
} as const;
type Words = (typeof words)['id' | 'en'];

/** A picture that lies in several sizes; `widths` ends with its own. */
export interface PictureFacts {
  readonly width: number;
  readonly height: number;
  readonly widths: readonly number[];
}

const pictureAddress = /^\/api\/pictures\/([0-9a-f-]{36})$/;

/** Ids of the pictures that clean HTML shows. */
export function picturesOf(html: string): string[] {
  return [...new Set(all(parseTree(html), 'img').flatMap((image) => pictureAddress.exec(image.attribs['src'] ?? '')?.[1] ?? []))];
}

/**
 * Makes the page that learners receive of a cleaned draft, once, when it is published: boxes say their kind in words, wide tables and code
 * lie in boxes that scroll, headings can be linked to, pictures come in the size that the screen needs.
 * @param html as `cleanHtml` has left it
 * @param language BCP 47 tag of the course
 */
export function compilePage(html: string, language: string, pictures: ReadonlyMap<string, PictureFacts> = new Map()): string {
  const tree = parseTree(html);
  const say: Words = language.startsWith('en') ? words.en : words.id;
  for (const callout of all(tree, 'aside')) labelCallout(callout, say);
  for (const table of all(tree, 'table')) putIntoScrollBox(table, captionOf(table) ?? say.table);
  for (const pre of all(tree, 'pre')) pre.attribs = { 'data-scroll': say.code };
  for (const image of all(tree, 'img')) offerSizes(image, pictures);
  nameHeadings(tree);
  return writeTree(tree);
}

/** As wide as the text, which is at most 44 rem; the browser takes the first format that it knows. */
function offerSizes(image: Element, pictures: ReadonlyMap<string, PictureFacts>): void {
  delete image.attribs['data-decorative'];
  const src = image.attribs['src'] ?? '';
  const facts = pictures.get(pictureAddress.exec(src)?.[1] ?? '');
  if (facts === undefined) return;
  const sizes = '(min-width: 48rem) 44rem, 100vw';
  const offer = (format: string) => facts.widths.map((width) => `${format === 'webp' && width === facts.width ? src : `${src}?size=${width}.${format}`} ${width}w`).join(', ');
  const box = element('picture', {}, [element('source', { type: 'image/avif', srcset: offer('avif'), sizes })]);
  replaceElement(image, box);
  appendChild(box, image);
  Object.assign(image.attribs, { srcset: offer('webp'), sizes, width: String(facts.width), height: String(facts.height) });
}

function labelCallout(callout: Element, say: Words): void {
  const kind = callout.attribs['data-callout'] as keyof Words;
  callout.attribs['role'] = 'note';
  prependChild(callout, element('p', { class: 'callout-label' }, [say[kind]]));
}

/** The reader's browser makes the box focusable where it really scrolls. */
function putIntoScrollBox(table: Element, label: string): void {
  const box = element('div', { 'data-scroll': label });
  replaceElement(table, box);
  prependChild(box, table);
}

function captionOf(table: Element): string | null {
  const caption = table.children.find((child) => isTag(child) && child.name === 'caption');
  return caption === undefined ? null : textContent(caption);
}

/** Gives each heading an id made of its words, the same one for the same text, so that a link into a page keeps working. */
function nameHeadings(tree: Tree): void {
  const taken = new Map<string, number>();
  for (const heading of all(tree, 'h2', 'h3', 'h4')) {
    const plain = textContent(heading).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
    const slug = plain.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60).replaceAll(/^-+|-+$/g, '') || 'bagian';
    const before = taken.get(slug) ?? 0;
    taken.set(slug, before + 1);
    // The prefix keeps them apart from ids of the application.
    heading.attribs['id'] = `b-${slug}${before === 0 ? '' : `-${before + 1}`}`;
  }
}
