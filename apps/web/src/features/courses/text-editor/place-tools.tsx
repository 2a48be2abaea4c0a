import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { BetweenHorizontalEnd, BetweenVerticalEnd, Merge, PanelLeft, PanelTop, Pencil, Trash2, Ungroup, X } from 'lucide-react';
import { type ReactNode, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { Select } from '../../../ui/select.js';
import { TextInput } from '../../../ui/text-input.js';
import type { Asking } from './blocks.js';
import { codeLanguages } from './code-languages.js';
import { calloutKinds } from './schema/callout.js';
import { ToolButton } from './tool-button.js';

/** What is special about the place of the cursor. */
function placeOf(editor: Editor) {
  const { selection } = editor.state;
  if (selection instanceof NodeSelection && selection.node.type.name === 'picture') return { kind: 'picture' as const };
  if (editor.isActive('table')) return { kind: 'table' as const, caption: (editor.getAttributes('table')['caption'] as string | undefined) ?? '' };
  if (editor.isActive('codeBlock')) return { kind: 'code' as const, language: (editor.getAttributes('codeBlock')['language'] as string | null) ?? '' };
  if (editor.isActive('callout')) return { kind: 'callout' as const, callout: editor.getAttributes('callout')['kind'] as string };
  return null;
}

/** The toolbar's second row, for the thing that the cursor is in. */
export function PlaceTools({ editor, onAsk, onShown }: { readonly editor: Editor; readonly onAsk: (what: Asking) => void; readonly onShown: () => void }) {
  const { t } = useTranslation('courses');
  const place = useEditorState({ editor, selector: ({ editor: current }) => placeOf(current) });
  useLayoutEffect(onShown);
  if (place === null) return null;
  return (
    <div role="group" aria-label={t(`text.place.${place.kind}`)} className="mt-1 flex items-center gap-1 overflow-x-auto border-t border-line p-0.5 pt-1 sm:flex-wrap [&>*]:shrink-0">
      {place.kind === 'table' && <TableTools editor={editor} caption={place.caption} />}
      {place.kind === 'callout' && (
        <>
          <Labelled label={t('text.place.callout')}>
            <Select
              aria-label={t('text.place.callout')}
              className="w-40"
              value={place.callout}
              options={calloutKinds.map((kind) => ({ value: kind, label: t(`text.callout.${kind}`) }))}
              onChange={(event) => editor.commands.updateAttributes('callout', { kind: event.target.value })}
            />
          </Labelled>
          <ToolButton label={t('text.place.unwrap')} Icon={Ungroup} onPress={() => editor.chain().focus().unsetCallout().run()} />
        </>
      )}
      {place.kind === 'code' && (
        <Labelled label={t('text.place.language')}>
          <Select
            aria-label={t('text.place.language')}
            className="w-48"
            value={place.language}
            options={[{ value: '', label: t('text.place.plain') }, ...codeLanguages.map(([value, label]) => ({ value, label }))]}
            onChange={(event) => editor.commands.updateAttributes('codeBlock', { language: event.target.value || null })}
          />
        </Labelled>
      )}
      {place.kind === 'picture' && (
        <>
          <Button tone="quiet" size="small" icon={<Pencil aria-hidden="true" className="size-4" />} onClick={() => onAsk('image')}>
            {t('text.image.edit')}
          </Button>
          <Button tone="quiet" size="small" icon={<Trash2 aria-hidden="true" className="size-4" />} onClick={() => editor.chain().focus().deleteSelection().run()}>
            {t('text.image.remove')}
          </Button>
        </>
      )}
    </div>
  );
}

function TableTools({ editor, caption }: { readonly editor: Editor; readonly caption: string }) {
  const { t } = useTranslation('courses');
  const at = () => editor.chain().focus();
  const canMerge = useEditorState({ editor, selector: ({ editor: current }) => current.can().mergeCells() || current.can().splitCell() });
  return (
    <>
      <ToolButton label={t('text.table.rowAfter')} Icon={BetweenHorizontalEnd} onPress={() => at().addRowAfter().run()} />
      <ToolButton label={t('text.table.columnAfter')} Icon={BetweenVerticalEnd} onPress={() => at().addColumnAfter().run()} />
      <ToolButton label={t('text.table.headerRow')} Icon={PanelTop} onPress={() => at().toggleHeaderRow().run()} />
      <ToolButton label={t('text.table.headerColumn')} Icon={PanelLeft} onPress={() => at().toggleHeaderColumn().run()} />
      <ToolButton label={t('text.table.merge')} Icon={Merge} disabled={!canMerge} onPress={() => at().mergeOrSplit().run()} />
      <Button tone="quiet" size="small" icon={<X aria-hidden="true" className="size-4" />} onClick={() => at().deleteRow().run()}>
        {t('text.table.removeRow')}
      </Button>
      <Button tone="quiet" size="small" icon={<X aria-hidden="true" className="size-4" />} onClick={() => at().deleteColumn().run()}>
        {t('text.table.removeColumn')}
      </Button>
      <Button tone="quiet" size="small" icon={<Trash2 aria-hidden="true" className="size-4" />} onClick={() => at().deleteTable().run()}>
        {t('text.table.remove')}
      </Button>
      <Labelled label={t('text.table.caption')}>
        <TextInput
          aria-label={t('text.table.caption')}
          className="w-56 max-w-full"
          maxLength={200}
          value={caption}
          onChange={(event) => editor.commands.updateAttributes('table', { caption: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            editor.commands.focus();
          }}
        />
      </Labelled>
    </>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <span className="flex items-center gap-2 px-2 text-sm whitespace-nowrap text-ink-soft">
      <span aria-hidden="true">{label}</span>
      {children}
    </span>
  );
}
