import sanitize from 'sanitize-html';

const tags = [
  'h2', 'h3', 'h4', 'p', 'br', 'hr', 'strong', 'em', 'u', 's', 'sub', 'sup', 'code', 'pre', 'blockquote',
  'ul', 'ol', 'li', 'a', 'img', 'figure', 'figcaption', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td',
  // Answers that a reader opens when ready, without a script.
  'details', 'summary',
];

/** An address on this installation; a browser reads `//host` and `/\host` as another one. */
const ownAddress = /^\/(?![/\\])/;

/** Editors leave these around lists and headings; spacing is a matter of style. */
const emptyParagraph = /<p>(?:\s|&nbsp;|\u00a0|<br \/>)*<\/p>/g;

/**
 * Clean semantic HTML of whatever an editor, Word or a script sent: no styles, classes, scripts, frames or foreign pictures.
 * Headings start at level 2, since the lesson's title is the page's heading. Cleaning what is clean changes nothing.
 */
export function cleanHtml(html: string): string {
  // Twice, since renaming (div to p) may nest what the second reading takes apart.
  return sanitized(sanitized(html)).replaceAll(emptyParagraph, '').trim();
}

function sanitized(html: string): string {
  return sanitize(html, {
    allowedTags: tags,
    allowedAttributes: {
      a: ['href', 'rel'],
      img: ['src', 'alt', 'width', 'height', 'loading'],
      ol: ['start'],
      th: ['scope', 'colspan', 'rowspan'],
      td: ['colspan', 'rowspan'],
    },
    allowedSchemes: ['https', 'http', 'mailto', 'tel'],
    allowProtocolRelative: false,
    nonBooleanAttributes: [],
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
      img: (_, given) => ({ tagName: 'img', attribs: pictureAttributes(given) }),
    },
    exclusiveFilter: (frame) => frame.tag === 'img' && !ownAddress.test(frame.attribs['src'] ?? ''),
  });
}

function pictureAttributes(given: Readonly<Record<string, string>>): Record<string, string> {
  const kept: Record<string, string> = { src: given['src'] ?? '', alt: (given['alt'] ?? '').trim(), loading: 'lazy' };
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

/** How many pictures of clean HTML have no description. */
export function picturesWithoutAlt(html: string): number {
  return [...html.matchAll(/<img\b[^>]*>/g)].filter(([tag]) => !/\balt="[^"]+"/.test(tag)).length;
}
