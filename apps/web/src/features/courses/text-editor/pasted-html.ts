/** What a paste may bring; everything else leaves its text behind. */
const kept = new Set(['H2', 'H3', 'H4', 'P', 'BR', 'STRONG', 'EM', 'U', 'S', 'SUB', 'SUP', 'UL', 'OL', 'LI', 'A', 'BLOCKQUOTE', 'CODE', 'PRE', 'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD']);
const renamed: Readonly<Record<string, string>> = { H1: 'h2', H5: 'h4', H6: 'h4', B: 'strong', I: 'em', DIV: 'p', STRIKE: 's', DEL: 's' };
const dropped = new Set(['SCRIPT', 'STYLE', 'META', 'LINK', 'TITLE', 'HEAD', 'IFRAME', 'OBJECT', 'SVG', 'IMG', 'VIDEO', 'AUDIO', 'FORM', 'INPUT', 'BUTTON']);

/**
 * The plain semantic part of pasted HTML (Word, browsers, mail).
 * Pictures are left out: they lie elsewhere, and each needs a description.
 */
export function pastedHtml(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const holder = document.createElement('div');
  copy(parsed.body, holder);
  return holder.innerHTML;
}

function copy(from: Node, to: HTMLElement): void {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(document.createTextNode(node.textContent?.replaceAll(/\s+/g, ' ') ?? ''));
    if (!(node instanceof HTMLElement) && node.nodeType !== Node.ELEMENT_NODE) continue;
    const element = node as HTMLElement;
    const name = element.nodeName.toUpperCase();
    if (dropped.has(name)) continue;
    const tag = renamed[name] ?? (kept.has(name) ? name.toLowerCase() : null);
    if (tag === null) {
      copy(element, to);
      continue;
    }
    const made = document.createElement(tag);
    const href = tag === 'a' ? element.getAttribute('href') : null;
    if (href && /^(https?:|mailto:|tel:|\/)/i.test(href)) made.setAttribute('href', href);
    copy(element, made);
    // Word's empty paragraphs are spacing, not text.
    if (tag !== 'p' || made.textContent?.trim() !== '' || made.querySelector('br')) to.append(made);
  }
}
