import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { PictureAttributes } from './schema/picture.js';

/** The picture that is selected, as a whole or by the cursor in its caption; null for none. */
export function selectedPicture(editor: Editor): PictureAttributes | null {
  const { selection } = editor.state;
  const node = selection instanceof NodeSelection ? selection.node : selection.$from.parent;
  return node.type.name === 'picture' ? (node.attrs as PictureAttributes) : null;
}

/** Changes the selected picture, or adds one at the cursor. */
export function setPicture(editor: Editor, picture: Pick<PictureAttributes, 'src' | 'alt' | 'decorative' | 'width' | 'height'>): void {
  if (selectedPicture(editor) !== null) editor.chain().focus().updateAttributes('picture', picture).run();
  else editor.chain().focus().insertContent({ type: 'picture', attrs: picture }).run();
}

/** Address of the link at the cursor; empty for none. */
export function selectedLink(editor: Editor): string {
  return (editor.getAttributes('link')['href'] as string | undefined) ?? '';
}

/** Makes the selection a link, or adds the address as its own text; an empty address takes the link away. */
export function setLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus();
  if (href === '') chain.extendMarkRange('link').unsetLink().run();
  else if (editor.state.selection.empty && selectedLink(editor) === '') chain.insertContent([{ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }, { type: 'text', text: ' ' }]).run();
  else chain.extendMarkRange('link').setLink({ href }).run();
}
