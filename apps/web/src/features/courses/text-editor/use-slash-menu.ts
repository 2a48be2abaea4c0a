import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { type Asking, type Block, blocks } from './blocks.js';
import { matching, slashQuery } from './slash-query.rules.js';

export interface SlashEntry extends Block {
  readonly name: string;
  readonly words: string;
}

export interface SlashMenuState {
  readonly entries: readonly SlashEntry[];
  readonly active: number;
  /** Position of the slash in the document. */
  readonly from: number;
  readonly choose: (entry: SlashEntry) => void;
  readonly point: (index: number) => void;
}

/** Where a search with a slash stands at the cursor; null where there is none. */
function slashAt(editor: Editor): { readonly from: number; readonly query: string } | null {
  const { $from, empty } = editor.state.selection;
  if (!empty || !editor.isEditable || !$from.parent.isTextblock || $from.parent.type.spec.code === true) return null;
  const found = slashQuery($from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc'));
  return found === null ? null : { from: $from.pos - found.length, query: found.query };
}

/**
 * The menu that a slash opens: typing filters it, arrows move, Enter takes, Esc leaves the slash as text.
 * @returns what is shown, and the handler that the editor asks about each key first
 */
export function useSlashMenu(editor: Editor, t: TFunction<'courses'>, ask: (what: Asking) => void) {
  const found = useEditorState({ editor, selector: ({ editor: current }) => slashAt(current) });
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [pointed, setPointed] = useState({ query: '', index: 0 });
  const all = useMemo(() => blocks.map((block): SlashEntry => ({ ...block, name: t(`text.block.${block.key}`), words: t(`text.blockWords.${block.key}`) })), [t]);
  const entries = found === null || found.from === dismissed ? [] : matching(all, found.query);
  const active = pointed.query === found?.query ? Math.min(pointed.index, entries.length - 1) : 0;
  const choose = (entry: SlashEntry) => {
    if (!found) return;
    editor.chain().focus().deleteRange({ from: found.from, to: editor.state.selection.from }).run();
    entry.run(editor, ask);
  };
  const point = (index: number) => setPointed({ query: found?.query ?? '', index: (index + entries.length) % entries.length });
  const onKey = (event: KeyboardEvent): boolean => {
    const entry = entries[active];
    if (!found || !entry || event.isComposing) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') point(active + (event.key === 'ArrowDown' ? 1 : -1));
    else if (event.key === 'Enter' || event.key === 'Tab') choose(entry);
    else if (event.key === 'Escape') setDismissed(found.from);
    else return false;
    event.preventDefault();
    return true;
  };
  const menu: SlashMenuState | null = found !== null && entries.length > 0 ? { entries, active, from: found.from, choose, point } : null;
  return { menu, onKey };
}
