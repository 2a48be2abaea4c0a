import { headingLevel, liftLists, rankHeadings, wordLists } from './office-blocks.js';

/** What a paste may bring; everything else leaves its text behind. */
const kept = new Set([
  'H2', 'H3', 'H4', 'P', 'BR', 'HR', 'STRONG', 'EM', 'U', 'S', 'SUB', 'SUP', 'UL', 'OL', 'LI', 'A', 'BLOCKQUOTE', 'CODE', 'PRE', 'TABLE', 'CAPTION', 'THEAD', 'TBODY', 'TR', 'TH', 'TD',
  'DETAILS', 'SUMMARY', 'ASIDE', 'FIGURE', 'FIGCAPTION',
]);
const renamed: Readonly<Record<string, string>> = { B: 'strong', I: 'em', DIV: 'p', STRIKE: 's', DEL: 's', SECTION: 'p', ARTICLE: 'p', INS: 'u' };
const dropped = new Set(['SCRIPT', 'STYLE', 'META', 'LINK', 'TITLE', 'HEAD', 'IFRAME', 'OBJECT', 'SVG', 'VIDEO', 'AUDIO', 'FORM', 'INPUT', 'BUTTON', 'SELECT', 'TEXTAREA', 'XML', 'O:P', 'TEMPLATE']);
const inline = new Set(['STRONG', 'EM', 'U', 'S', 'SUB', 'SUP', 'CODE', 'A', 'SPAN']);

export interface PasteContext {
  /** Keeps the bytes of a picture that came along; its name stands in the document until it is sent. Null for what cannot be had. */
  readonly keepPicture: (src: string) => string | null;
}

/**
 * The plain semantic part of pasted HTML: Word's paragraphs become lists and headings again, Google's spans become emphasis, and styles,
 * comments and the rest of the looks go. Headings begin at level 2, in the order that they had.
 */
export function pastedHtml(html: string, context: PasteContext = { keepPicture: () => null }): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  wordLists(body);
  liftLists(body);
  rankHeadings(body);
  const holder = document.createElement('div');
  copy(body, holder, context);
  for (const table of holder.querySelectorAll('table')) headOf(table);
  return holder.innerHTML;
}

function copy(from: Node, to: HTMLElement, context: PasteContext): void {
  const literal = to.closest('pre') !== null;
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(literal ? (node.textContent ?? '') : (node.textContent ?? '').replaceAll(/[\t\n\r ]+/g, ' '));
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const element = node as HTMLElement;
    const name = element.nodeName.toUpperCase();
    if (dropped.has(name) || /^(?:MsoToc|MsoTof)/.test(element.className)) continue;
    if (name === 'IMG') {
      picture(element, to, context);
      continue;
    }
    const tag = tagOf(element, name);
    const made = tag === null ? null : document.createElement(tag);
    const target = emphasised(element, made ?? to, tag === null || !/^h\d$/.test(tag));
    if (made) attributes(element, made);
    copy(element, target, context);
    // Word's empty paragraphs are spacing, not text.
    if (made && !isEmptyShell(made)) to.append(made);
  }
}

function isEmptyShell(made: HTMLElement): boolean {
  return (made.nodeName === 'P' || /^H\d$/.test(made.nodeName) || inline.has(made.nodeName)) && made.textContent?.trim() === '' && made.querySelector('img, figure') === null && !(inline.has(made.nodeName) && made.textContent !== '');
}

function tagOf(element: HTMLElement, name: string): string | null {
  const level = headingLevel(element);
  if (level !== null) return `h${Math.min(4, Math.max(2, level))}`;
  // Google wraps everything in a bold that is none.
  if ((name === 'B' || name === 'STRONG') && /font-weight:\s*(?:normal|400)/.test(element.getAttribute('style') ?? '')) return null;
  // Marks of footnotes and bookmarks lead nowhere here.
  if (name === 'A' && !/^(?:https?:|mailto:|tel:|\/)/i.test(element.getAttribute('href') ?? '')) return /^#_(?:ftn|edn)/.test(element.getAttribute('href') ?? '') ? 'sup' : null;
  if (name === 'SPAN' || name === 'FONT') return null;
  return renamed[name] ?? (kept.has(name) ? name.toLowerCase() : null);
}

/** Emphasis that is written as a style: what follows goes into the innermost mark. */
function emphasised(element: HTMLElement, outer: HTMLElement, marksAllowed: boolean): HTMLElement {
  const style = element.getAttribute('style') ?? '';
  if (!marksAllowed || !inline.has(element.nodeName.toUpperCase()) || outer.closest('h2, h3, h4') !== null) return outer;
  const marks = [
    /font-weight:\s*(?:bold|[6-9]00)/.test(style) && !outer.closest('strong') && 'strong',
    /font-style:\s*italic/.test(style) && !outer.closest('em') && 'em',
    /text-decoration[^;]*line-through/.test(style) && 's',
    /text-decoration[^;]*underline/.test(style) && element.closest('a') === null && element.querySelector('a') === null && 'u',
    /vertical-align:\s*super/.test(style) && 'sup',
    /vertical-align:\s*sub/.test(style) && 'sub',
  ].filter((mark) => mark !== false);
  let inner = outer;
  for (const mark of marks) {
    const made = document.createElement(mark);
    inner.append(made);
    inner = made;
  }
  return inner;
}

function attributes(from: HTMLElement, to: HTMLElement): void {
  const copyOf = (name: string, allowed: RegExp) => {
    const value = from.getAttribute(name);
    if (value !== null && allowed.test(value)) to.setAttribute(name, value);
  };
  if (to.nodeName === 'A') copyOf('href', /^(?:https?:|mailto:|tel:|\/)/i);
  if (to.nodeName === 'TD' || to.nodeName === 'TH') for (const name of ['colspan', 'rowspan']) copyOf(name, /^[1-9]\d{0,2}$/);
  if (to.nodeName === 'OL') copyOf('start', /^\d{1,4}$/);
  if (to.nodeName === 'CODE') copyOf('class', /^language-[a-z0-9+#.-]{1,30}$/);
  if (to.nodeName === 'ASIDE') copyOf('data-callout', /^[a-z]+$/);
}

/** A picture of ours stays; one that came along is kept until it is sent. */
function picture(from: HTMLElement, to: HTMLElement, { keepPicture }: PasteContext): void {
  const src = from.getAttribute('src') ?? '';
  const made = document.createElement('img');
  if (/^\/(?![/\\])/.test(src)) made.src = src;
  else {
    const pending = keepPicture(src);
    if (pending === null) return;
    made.dataset['pending'] = pending;
  }
  const alt = (from.getAttribute('alt') ?? '').replaceAll(/\s+/g, ' ').trim();
  // Word describes pictures by itself, badly, and says so.
  if (alt !== '' && !/dihasilkan AI|generated|^(?:image|gambar|picture)\s*\d*$|\.(?:png|jpe?g|gif|webp)$/i.test(alt)) made.alt = alt.slice(0, 500);
  to.append(made);
}

/** A first row that is bold throughout was meant as a header. */
function headOf(table: HTMLTableElement): void {
  const [first, second] = table.rows;
  if (!first || !second || table.querySelector('th')) return;
  const cells = [...first.cells];
  const meant = table.tHead !== null || cells.every((cell) => cell.textContent?.trim() !== '' && [...cell.querySelectorAll('strong')].map((bold) => bold.textContent).join('').replaceAll(/\s/g, '') === cell.textContent?.replaceAll(/\s/g, ''));
  if (!meant) return;
  for (const cell of cells) {
    const header = document.createElement('th');
    for (const { name, value } of cell.attributes) header.setAttribute(name, value);
    header.append(...cell.childNodes);
    for (const bold of header.querySelectorAll('strong')) bold.replaceWith(...bold.childNodes);
    cell.replaceWith(header);
  }
}
