import sanitize from 'sanitize-html';
import { parseTree, writeTree } from './html-tree.js';
import { tidyTree } from './text-tidy.rules.js';

const tags = [
  'h2', 'h3', 'h4', 'p', 'br', 'hr', 'strong', 'em', 'u', 's', 'sub', 'sup', 'code', 'pre', 'blockquote',
  'ul', 'ol', 'li', 'a', 'img', 'figure', 'figcaption', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td',
  // Boxes beside the flow of the text, and answers that a reader opens when ready, without a script.
  'aside', 'details', 'summary',
];

/** Kinds of boxes; the published page writes the kind out in words. */
export const calloutKinds = ['info', 'tip', 'warning', 'important'] as const;

/** An address on this installation; a browser reads `//host` and `/\host` as another one. */
const ownAddress = /^\/(?![/\\])/;

/** Editors leave these around lists and headings; spacing is a matter of style. Attributes are gone by then. */
const emptyParagraph = /<p>(?:\s|&nbsp;|<br \/>)*<\/p>/g;

/** No text needs more levels than this. */
const deepest = 40;
/** Reading takes time with the square of the tags that are open at once, so there is an end to them. */
const mostOpen = 4_000;
const voidTags = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/**
 * Clean semantic HTML of whatever an editor, Word or a script sent: no styles, classes, scripts, frames or foreign pictures.
 * Headings start at level 2, since the lesson's title is the page's heading. Cleaning what is clean changes nothing.
 */
export function cleanHtml(html: string): string {
  // Twice, since renaming (div to p) may nest what the second reading takes apart.
  const readable = hasTooManyOpen(html) ? html.replaceAll(/<[^<>]*>/g, ' ') : html;
  const tree = parseTree(sanitized(sanitized(readable)).replaceAll(emptyParagraph, ''));
  tidyTree(tree);
  return writeTree(tree).trim();
}

/** Counts open tags by name as the parser would, or more. */
function hasTooManyOpen(html: string): boolean {
  const open = new Map<string, number>();
  let all = 0;
  for (const [, end, name = ''] of html.toLowerCase().matchAll(/<(\/?)([a-z][^\s/>]*)/g)) {
    if (voidTags.has(name)) continue;
    const before = open.get(name) ?? 0;
    if (end !== '' && before === 0) continue;
    const step = end === '' ? 1 : -1;
    open.set(name, before + step);
    all += step;
    if (all > mostOpen) return true;
  }
  return false;
}

function sanitized(html: string): string {
  return sanitize(html, {
    allowedTags: tags,
    allowedAttributes: {
      a: ['href', 'rel'],
      img: ['src', 'alt', 'width', 'height', 'loading', 'data-decorative'],
      aside: ['data-callout'],
      ol: ['start'],
      th: ['scope', 'colspan', 'rowspan'],
      td: ['colspan', 'rowspan'],
    },
    allowedClasses: { code: [/^language-[a-z0-9+#.-]{1,30}$/] },
    allowedSchemes: ['https', 'http', 'mailto', 'tel'],
    allowProtocolRelative: false,
    nonBooleanAttributes: [],
    nestingLimit: deepest,
    transformTags: {
      h1: 'h2',
      h5: 'h4',
      h6: 'h4',
      b: 'strong',
      i: 'em',
      div: 'p',
      strike: 's',
      del: 's',
      a: (_, given) => ({ tagName: 'a', attribs: { ...(given['href'] === undefined ? {} : { href: given['href'] }), rel: 'noopener noreferrer' } }),
      aside: (_, given) => ({ tagName: 'aside', attribs: { 'data-callout': calloutKinds.find((kind) => kind === given['data-callout']) ?? 'info' } }),
      img: (_, given) => ({ tagName: 'img', attribs: pictureAttributes(given) }),
    },
    exclusiveFilter: (frame) => frame.tag === 'img' && !ownAddress.test(frame.attribs['src'] ?? ''),
  });
}

function pictureAttributes(given: Readonly<Record<string, string>>): Record<string, string> {
  const decorative = given['data-decorative'] !== undefined;
  const kept: Record<string, string> = { src: given['src'] ?? '', alt: decorative ? '' : (given['alt'] ?? '').trim(), loading: 'lazy', ...(decorative ? { 'data-decorative': '' } : {}) };
  for (const name of ['width', 'height']) {
    const pixels = given[name] ?? '';
    if (/^[1-9]\d{0,4}$/.test(pixels)) kept[name] = pixels;
  }
  return kept;
}

/** Is there anything to read or to look at? */
export function isEmptyHtml(html: string): boolean {
  return !/<(img|hr)\b/.test(html) && html.replaceAll(/<[^>]*>/g, '').replaceAll(/&nbsp;|\s/g, '') === '';
}

/** How many pictures of clean HTML have no description, decorations aside. */
export function picturesWithoutAlt(html: string): number {
  return [...html.matchAll(/<img\b[^>]*>/g)].filter(([tag]) => !/\balt="[^"]+"|data-decorative/.test(tag)).length;
}
