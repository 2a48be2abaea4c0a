import type { Editor } from '@tiptap/core';
import { AlertTriangle, ChevronsUpDown, CircleAlert, Code2, Heading2, Heading3, Heading4, ImagePlus, Info, Lightbulb, List, ListOrdered, type LucideIcon, Minus, Pilcrow, Quote, Table } from 'lucide-react';

/** What only the page around the editor can do, since it asks something first. */
export type Asking = 'link' | 'image' | 'shortcuts';

export interface Block {
  /** Name of its texts: `text.block.<key>`, with the words that find it in `text.blockWords.<key>`. */
  readonly key: string;
  readonly Icon: LucideIcon;
  readonly run: (editor: Editor, ask: (what: Asking) => void) => void;
}

const at = (editor: Editor) => editor.chain().focus();

/** What can be put into a page, in the order of the menus. */
export const blocks: readonly Block[] = [
  { key: 'paragraph', Icon: Pilcrow, run: (editor) => at(editor).clearNodes().run() },
  { key: 'h2', Icon: Heading2, run: (editor) => at(editor).toggleHeading({ level: 2 }).run() },
  { key: 'h3', Icon: Heading3, run: (editor) => at(editor).toggleHeading({ level: 3 }).run() },
  { key: 'h4', Icon: Heading4, run: (editor) => at(editor).toggleHeading({ level: 4 }).run() },
  { key: 'ul', Icon: List, run: (editor) => at(editor).toggleBulletList().run() },
  { key: 'ol', Icon: ListOrdered, run: (editor) => at(editor).toggleOrderedList().run() },
  { key: 'image', Icon: ImagePlus, run: (_, ask) => ask('image') },
  { key: 'table', Icon: Table, run: (editor) => at(editor).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run() },
  { key: 'info', Icon: Info, run: (editor) => at(editor).setCallout('info').run() },
  { key: 'tip', Icon: Lightbulb, run: (editor) => at(editor).setCallout('tip').run() },
  { key: 'warning', Icon: AlertTriangle, run: (editor) => at(editor).setCallout('warning').run() },
  { key: 'important', Icon: CircleAlert, run: (editor) => at(editor).setCallout('important').run() },
  { key: 'details', Icon: ChevronsUpDown, run: (editor) => at(editor).insertDetails().run() },
  { key: 'quote', Icon: Quote, run: (editor) => at(editor).toggleBlockquote().run() },
  { key: 'code', Icon: Code2, run: (editor) => at(editor).toggleCodeBlock().run() },
  { key: 'rule', Icon: Minus, run: (editor) => at(editor).setHorizontalRule().run() },
];
