import type { Node } from '@tiptap/pm/model';

/** What may keep somebody from reading the page; each has a sentence in `text.hint`. */
export const hintCodes = ['altMissing', 'headingSkipped', 'headingEmpty', 'linkVague', 'linkBare', 'tableHeader', 'paragraphLong', 'capitals', 'summaryEmpty'] as const;
export type HintCode = (typeof hintCodes)[number];

export interface Hint {
  readonly code: HintCode;
  /** Where it is in the document. */
  readonly position: number;
  /** The words that it is about, cut short. */
  readonly about: string;
}

/** Texts of links that say nothing about where they lead, in both languages. */
const vague = /^(?:(?:klik|tekan|lihat|baca|buka|unduh)?\s*(?:di\s*)?(?:sini|ini|tautan(?: ini| berikut)?|link(?: ini)?|selengkapnya|berikut)|(?:click|see|read|tap)?\s*(?:here|this|more|link|this link|read more|learn more))[.…!]*$/i;
/** More than this many words are a wall on a phone. */
const longParagraph = 150;
const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);

/** Looks through a page for what some readers stumble over, in the order of the text. Colour alone cannot occur: the schema has none. */
export function findHints(doc: Node): Hint[] {
  const hints: Hint[] = [];
  let level = 1;
  doc.descendants((node, position) => {
    const text = node.textContent.trim();
    const add = (code: HintCode, about = text) => hints.push({ code, position, about: clip(about) });
    switch (node.type.name) {
      case 'heading': {
        const own = node.attrs['level'] as number;
        if (text === '') add('headingEmpty');
        else {
          if (own > level + 1) add('headingSkipped');
          level = own;
        }
        if (inCapitals(text)) add('capitals');
        break;
      }
      case 'paragraph':
        if (wordsOf(text) > longParagraph) add('paragraphLong');
        if (inCapitals(text)) add('capitals');
        break;
      case 'picture':
        if (node.attrs['alt'] === '' && node.attrs['decorative'] !== true && node.attrs['pending'] === null) add('altMissing');
        break;
      case 'table':
        if (!hasHeader(node)) add('tableHeader');
        break;
      case 'summary':
        if (text === '') add('summaryEmpty');
        break;
      case 'text':
        break;
    }
    if (node.isTextblock) hints.push(...linkHints(node, position));
    return true;
  });
  return hints;
}

/** Links may consist of several pieces of text; those with the same address belong together. */
function linkHints(block: Node, position: number): Hint[] {
  const links: { href: string; text: string; at: number }[] = [];
  block.forEach((child, offset) => {
    const href = child.marks.find((mark) => mark.type.name === 'link')?.attrs['href'] as string | undefined;
    if (href === undefined) return;
    const last = links.at(-1);
    if (last && last.href === href && last.at + last.text.length === position + 1 + offset) last.text += child.text ?? '';
    else links.push({ href, text: child.text ?? '', at: position + 1 + offset });
  });
  return links.flatMap(({ text, at }): Hint[] => {
    const words = text.trim();
    if (vague.test(words)) return [{ code: 'linkVague', position: at, about: clip(words) }];
    return /^(?:https?:\/\/|www\.)\S+$/i.test(words) ? [{ code: 'linkBare', position: at, about: clip(words) }] : [];
  });
}

function hasHeader(table: Node): boolean {
  const first = table.firstChild;
  let column = table.childCount > 1;
  table.forEach((row) => {
    if (row.firstChild?.type.name !== 'tableHeader') column = false;
  });
  let row = first !== null && first.childCount > 0;
  first?.forEach((cell) => {
    if (cell.type.name !== 'tableHeader') row = false;
  });
  return row || column;
}

/** Three long words in capitals: an abbreviation is none, a shouted sentence is one. */
function inCapitals(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.length >= 3 && words.every((word) => word === word.toUpperCase() && word !== word.toLowerCase());
}

/** Words of a text, as readers count them. */
export function wordsOf(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
}

/** Minutes that reading takes at 180 words a minute, a careful pace for a text to learn from; a picture or table takes 12 seconds more. */
export function readingMinutes(doc: Node): { readonly words: number; readonly minutes: number } {
  let things = 0;
  doc.descendants((node) => {
    if (node.type.name === 'picture' || node.type.name === 'table') things += 1;
  });
  const words = wordsOf(doc.textBetween(0, doc.content.size, ' ', ' '));
  return { words, minutes: words === 0 && things === 0 ? 0 : Math.max(1, Math.round(words / 180 + things / 5)) };
}
