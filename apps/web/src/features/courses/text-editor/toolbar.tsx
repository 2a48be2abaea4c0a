import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Bold, CircleHelp, Code2, Heading2, Heading3, ImagePlus, Italic, Link as LinkIcon, List, ListOrdered, type LucideIcon, Plus, Quote, Redo2, Table, Undo2 } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu } from '../../../ui/menu.js';
import { type Asking, blocks } from './blocks.js';
import { PlaceTools } from './place-tools.js';
import { ToolButton, toolStyle } from './tool-button.js';

interface Tool {
  readonly key: string;
  readonly Icon: LucideIcon;
  readonly run: (editor: Editor, ask: (what: Asking) => void) => void;
  /** Present: it is on or off where the cursor stands. */
  readonly on?: (editor: Editor) => boolean;
  readonly can?: (editor: Editor) => boolean;
}

const run = (key: string): Tool['run'] => (editor, ask) => blocks.find((block) => block.key === key)?.run(editor, ask);

const tools: readonly Tool[] = [
  { key: 'h2', Icon: Heading2, run: run('h2'), on: (editor) => editor.isActive('heading', { level: 2 }) },
  { key: 'h3', Icon: Heading3, run: run('h3'), on: (editor) => editor.isActive('heading', { level: 3 }) },
  { key: 'bold', Icon: Bold, run: (editor) => editor.chain().focus().toggleBold().run(), on: (editor) => editor.isActive('bold') },
  { key: 'italic', Icon: Italic, run: (editor) => editor.chain().focus().toggleItalic().run(), on: (editor) => editor.isActive('italic') },
  { key: 'ul', Icon: List, run: run('ul'), on: (editor) => editor.isActive('bulletList') },
  { key: 'ol', Icon: ListOrdered, run: run('ol'), on: (editor) => editor.isActive('orderedList') },
  { key: 'quote', Icon: Quote, run: run('quote'), on: (editor) => editor.isActive('blockquote') },
  { key: 'code', Icon: Code2, run: (editor) => editor.chain().focus().toggleCode().run(), on: (editor) => editor.isActive('code') },
  { key: 'link', Icon: LinkIcon, run: (_, ask) => ask('link'), on: (editor) => editor.isActive('link') },
  { key: 'image', Icon: ImagePlus, run: run('image') },
  { key: 'table', Icon: Table, run: run('table') },
];

const history: readonly Tool[] = [
  { key: 'undo', Icon: Undo2, run: (editor) => editor.chain().focus().undo().run(), can: (editor) => editor.can().undo() },
  { key: 'redo', Icon: Redo2, run: (editor) => editor.chain().focus().redo().run(), can: (editor) => editor.can().redo() },
];

interface ToolbarProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly editor: Editor;
  readonly onAsk: (what: Asking) => void;
}

/**
 * The editor's buttons: one stop of the Tab key, arrows within, Esc back to the text (Alt F10 comes here). A second row appears
 * for what only concerns the place of the cursor: a table, a callout, a picture.
 */
export function Toolbar({ ref, editor, onAsk }: ToolbarProps) {
  const { t } = useTranslation('courses');
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({ on: tools.map((tool) => tool.on?.(current)), can: history.map((tool) => tool.can?.(current) ?? true) }),
  });
  useLayoutEffect(() => keepOneStop(ref.current));
  const button = (tool: Tool, on: boolean | undefined, disabled = false) => (
    <ToolButton key={tool.key} label={t(`text.tool.${tool.key}`)} Icon={tool.Icon} on={on} disabled={disabled} onPress={() => tool.run(editor, onAsk)} />
  );
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons take the focus
    <div
      ref={ref}
      role="toolbar"
      aria-label={t('text.toolbar')}
      aria-controls="page-text"
      className="sticky top-15 z-10 rounded-t-card border-b border-line bg-surface p-1"
      onKeyDown={(event) => roam(event, ref.current, () => editor.commands.focus())}
    >
      <div className="flex gap-0.5 overflow-x-auto p-0.5 sm:flex-wrap [&>button]:shrink-0">
        {tools.map((tool, index) => button(tool, state.on[index]))}
        <Menu
          label={t('text.insert')}
          buttonClassName={toolStyle(false)}
          button={<Plus aria-hidden="true" className="size-5" />}
          align="start"
          items={blocks.map((block) => ({ key: block.key, label: t(`text.block.${block.key}`), icon: <block.Icon aria-hidden="true" className="size-4" />, onSelect: () => setTimeout(() => block.run(editor, onAsk)) }))}
        />
        {history.map((tool, index) => button(tool, undefined, state.can[index] === false))}
        <ToolButton label={t('text.shortcuts.title')} Icon={CircleHelp} onPress={() => onAsk('shortcuts')} />
      </div>
      <PlaceTools editor={editor} onAsk={onAsk} onShown={() => keepOneStop(ref.current)} />
    </div>
  );
}

/** Moves the focus within a toolbar; its fields keep their arrows. */
function roam(event: KeyboardEvent, bar: HTMLElement | null, leave: () => void): void {
  if (event.key === 'Escape' && !event.defaultPrevented) {
    event.preventDefault();
    return leave();
  }
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
  const stops = stopsOf(bar);
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (next === undefined || at === -1) return;
  event.preventDefault();
  stops[(next + stops.length) % stops.length]?.focus();
}

/** The Tab key stops at the first button alone; the menu's button and the fields of the second row have no property for that. */
function keepOneStop(bar: HTMLElement | null): void {
  for (const [index, stop] of stopsOf(bar).entries()) stop.tabIndex = index === 0 ? 0 : -1;
}

function stopsOf(bar: HTMLElement | null): HTMLElement[] {
  return [...(bar?.querySelectorAll<HTMLElement>('button:not(:disabled), input, select') ?? [])];
}
