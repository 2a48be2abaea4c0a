import render from 'dom-serializer';
import { type ChildNode, Element, Text, isTag, isText } from 'domhandler';
import { appendChild, prepend, prependChild, removeElement, replaceElement, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';

export { type ChildNode, Element, isTag };
export { appendChild, prepend, prependChild, removeElement, replaceElement, textContent };

/** HTML as a tree, for changes that sanitising by single tags cannot make. */
export type Tree = ReturnType<typeof parseDocument>;
type Parent = Tree | Element;

export const parseTree = (html: string): Tree => parseDocument(html);

/** Writes a tree as the sanitiser writes HTML, so that cleaning what is clean changes nothing. */
export const writeTree = (tree: Tree): string => render(tree, { encodeEntities: 'utf8', selfClosingTags: true, emptyAttrs: true });

/** A new element with its children; text becomes a text node. */
export function element(name: string, attributes: Record<string, string> = {}, children: readonly (ChildNode | string)[] = []): Element {
  const made = new Element(name, attributes);
  for (const child of children) appendChild(made, typeof child === 'string' ? new Text(child) : child);
  return made;
}

/** All elements of a name below a node, in document order. The list is made at once, so the tree may change meanwhile. */
export function all(parent: Parent, ...names: readonly string[]): Element[] {
  const found: Element[] = [];
  const visit = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (!isTag(node)) continue;
      if (names.includes(node.name)) found.push(node);
      visit(node.children);
    }
  };
  visit(parent.children);
  return found;
}

/** Element children of a name. */
export const children = (parent: Parent, ...names: readonly string[]): Element[] => parent.children.filter((node): node is Element => isTag(node) && (names.length === 0 || names.includes(node.name)));

/** Puts what is in an element into its place. */
export function unwrap(node: Element): void {
  for (const child of [...node.children]) prepend(node, child);
  removeElement(node);
}

/** Moves what is in one element to the end of another. */
export function moveChildren(from: Element, to: Element): void {
  for (const child of [...from.children]) appendChild(to, child);
}

/** Nothing but white space? Pictures and other elements without text count as something. */
export function isBlank(node: ChildNode): boolean {
  if (isText(node)) return /^[\s\u00a0]*$/.test(node.data);
  if (!isTag(node)) return true;
  return !['img', 'hr', 'figure', 'a', 'input'].includes(node.name) && node.children.every(isBlank);
}
