import type { ChildNode, Element, Tree } from './html-tree.js';
import { all, appendChild, children, element, isBlank, isTag, moveChildren, prependChild, removeElement, textContent, unwrap } from './html-tree.js';

/**
 * Gives sanitised HTML the shape that the page owes its readers: header cells in a head and with a scope, one paragraph in a cell or an
 * item as plain text, figures that hold something. Changes the tree in place; a second time it changes nothing.
 */
export function tidyTree(tree: Tree): void {
  for (const holder of all(tree, 'li', 'td', 'th')) unwrapOnlyParagraph(holder);
  for (const table of all(tree, 'table')) tidyTable(table);
  for (const pre of all(tree, 'pre')) tidyCode(pre);
  for (const figure of all(tree, 'figure')) tidyFigure(figure);
  for (const empty of all(tree, 'aside', 'details', 'blockquote', 'ul', 'ol', 'h2', 'h3', 'h4')) if (isBlank(empty)) removeElement(empty);
}

/** `<li><p>a</p></li>` is `<li>a</li>`, also before a list within it. */
function unwrapOnlyParagraph(holder: Element): void {
  const inside = holder.children.filter((child) => !isBlank(child));
  const [first, ...rest] = inside;
  if (first === undefined || !isTag(first) || first.name !== 'p') return;
  if (rest.every((child) => isTag(child) && (child.name === 'ul' || child.name === 'ol'))) unwrap(first);
}

function tidyTable(table: Element): void {
  for (const caption of children(table, 'caption')) {
    const words = textContent(caption).replaceAll(/\s+/g, ' ').trim();
    if (words === '') removeElement(caption);
  }
  const rows = [table, ...children(table, 'thead', 'tbody')].flatMap((part) => children(part, 'tr'));
  const [first] = rows.filter((row) => children(row, 'td', 'th').length > 0);
  if (first === undefined) return removeElement(table);
  const head = children(table, 'thead')[0];
  // What a program has put into a head is a header, whatever its cells say.
  for (const cell of head === undefined ? [] : all(head, 'td')) cell.name = 'th';
  const inHead = head === undefined ? children(first).every((cell) => cell.name === 'th') && rows.length > 1 ? [first] : [] : children(head, 'tr');
  const caption = children(table, 'caption')[0];
  for (const part of children(table)) removeElement(part);
  for (const node of [...table.children]) removeElement(node);
  if (caption !== undefined) appendChild(table, caption);
  put(table, 'thead', inHead);
  put(table, 'tbody', rows.filter((row) => !inHead.includes(row)));
  for (const cell of inHead.flatMap((row) => children(row, 'th'))) cell.attribs['scope'] = 'col';
  for (const row of rows.filter((one) => !inHead.includes(one))) for (const cell of children(row, 'th')) cell.attribs['scope'] = 'row';
}

function put(table: Element, name: string, rows: readonly Element[]): void {
  if (rows.length > 0) appendChild(table, element(name, {}, rows as ChildNode[]));
}

function tidyCode(pre: Element): void {
  if (children(pre, 'code').length === 1 && pre.children.length === 1) return;
  const code = element('code');
  for (const inner of all(pre, 'code')) unwrap(inner);
  moveChildren(pre, code);
  prependChild(pre, code);
}

/** A figure holds a picture; a caption alone is a paragraph. */
function tidyFigure(figure: Element): void {
  for (const caption of children(figure, 'figcaption')) if (isBlank(caption)) removeElement(caption);
  if (all(figure, 'img').length > 0) return;
  for (const caption of children(figure, 'figcaption')) caption.name = 'p';
  unwrap(figure);
}
