/** Level of a heading: by its element, or by the outline level that Word writes into the style of a paragraph; null for text. */
export function headingLevel(element: Element): number | null {
  const found = /^H([1-6])$/.exec(element.nodeName);
  if (found) return Number(found[1]);
  if (element.nodeName !== 'P') return null;
  if (element.className.startsWith('MsoTitle')) return 1;
  const level = /mso-outline-level:\s*([1-6])/.exec(element.getAttribute('style') ?? '')?.[1] ?? /^MsoHeading([1-6])/.exec(element.className)?.[1];
  return level === undefined ? null : Number(level);
}

/** Renames headings so that the highest one there is has level 2 and the order of levels stays. */
export function rankHeadings(body: HTMLElement): void {
  const headings = [...body.querySelectorAll('h1, h2, h3, h4, h5, h6, p')].map((element) => ({ element, level: headingLevel(element) })).filter(({ level }) => level !== null);
  const levels = [...new Set(headings.map(({ level }) => level ?? 0))].toSorted((a, b) => a - b);
  for (const { element, level } of headings) {
    if (element.textContent?.trim() === '') continue;
    const made = document.createElement(`h${Math.min(4, 2 + levels.indexOf(level ?? 0))}`);
    made.append(...element.childNodes);
    element.replaceWith(made);
  }
}

interface WordItem {
  readonly element: HTMLElement;
  readonly level: number;
  readonly ordered: boolean;
  /** Which of the document's lists it belongs to. */
  readonly list: string;
}

/** Word writes lists as paragraphs with a drawn mark and a style `mso-list:l0 level2 lfo1`; they become lists again, nested by level. */
export function wordLists(body: HTMLElement): void {
  const seen = new Set<Element>();
  for (const first of body.querySelectorAll<HTMLElement>('p[style*="mso-list"], h1[style*="mso-list"]')) {
    if (seen.has(first)) continue;
    const run: WordItem[] = [];
    for (let next: Element | null = first; next !== null; next = next.nextElementSibling) {
      const item = wordItem(next);
      if (item === null) break;
      seen.add(next);
      run.push(item);
    }
    if (run.length > 0) first.before(...nested(run));
    for (const { element } of run) element.remove();
  }
}

function wordItem(element: Element): WordItem | null {
  if (element.nodeName !== 'P') return null;
  const found = /mso-list:\s*(l\d+)\s+level(\d)/.exec(element.getAttribute('style') ?? '');
  if (found === null || headingLevel(element) !== null) return null;
  const mark = [...element.querySelectorAll('span')].find((span) => /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''));
  const drawn = (mark?.textContent ?? '').replaceAll(/[\s\u00a0]/g, '');
  mark?.remove();
  // A bullet of Word is often a letter "o" of a symbol font, so only a letter or a number with a point or a bracket counts.
  return { element: element as HTMLElement, level: Number(found[2]), ordered: /^\(?(?:\d+|[a-z]{1,4})[.)]/i.test(drawn), list: found[1] ?? '' };
}

function nested(run: readonly WordItem[]): HTMLElement[] {
  const roots: HTMLElement[] = [];
  const open: { readonly list: HTMLElement; readonly level: number; readonly of: string }[] = [];
  for (const { element, level, ordered, list: of } of run) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    const name = ordered ? 'OL' : 'UL';
    const top = open.at(-1);
    if (top && top.level === level && (top.list.nodeName !== name || (level === 1 && top.of !== of))) open.pop();
    let current = open.at(-1);
    if (current?.level !== level) {
      const list = document.createElement(name.toLowerCase());
      const parent = current?.list.lastElementChild;
      if (parent) parent.append(list);
      else roots.push(list);
      current = { list, level, of };
      open.push(current);
    }
    const item = document.createElement('li');
    item.append(...element.childNodes);
    current.list.append(item);
  }
  return roots;
}

/** Google puts a list that lies deeper beside its item; HTML wants it inside. */
export function liftLists(body: HTMLElement): void {
  for (const inner of body.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) {
    const before = inner.previousElementSibling;
    if (before?.nodeName === 'LI') before.append(inner);
  }
}
