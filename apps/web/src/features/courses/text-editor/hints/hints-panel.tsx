import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { ChevronDown, Lightbulb } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../shared/format/use-format.js';
import { Button } from '../../../../ui/button.js';
import { cx } from '../../../../ui/cx.js';
import { type Hint, findHints, readingMinutes } from './hints.rules.js';

/** A long page is looked through when the hands rest. */
const restMs = 500;

interface HintsPanelProps {
  readonly editor: Editor;
  /** Planned minutes of the lesson; undefined where nobody plans any. */
  readonly minutes?: number | undefined;
  readonly onMinutes?: ((minutes: number) => void) | undefined;
}

/** Below the text: how long it is, and what some readers would stumble over. It waits quietly until it is opened; each line leads to its place. */
export function HintsPanel({ editor, minutes, onMinutes }: HintsPanelProps) {
  const { t } = useTranslation('courses');
  const format = useFormat();
  const [found, setFound] = useState(() => look(editor));
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (editor.isDestroyed) return;
    setFound(look(editor));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const update = () => {
      clearTimeout(timer);
      timer = setTimeout(() => !editor.isDestroyed && setFound(look(editor)), restMs);
    };
    editor.on('update', update);
    return () => {
      clearTimeout(timer);
      editor.off('update', update);
    };
  }, [editor]);
  const { hints, reading } = found;
  return (
    <div className="border-t border-line px-4 py-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="text-ink-soft">{t('text.words', { count: reading.words, words: format.number(reading.words), minutes: format.number(reading.minutes) })}</p>
        {/* A plan may hold more than reading: only less than that is doubted. */}
        {onMinutes && reading.minutes > (minutes ?? 0) && (
          <Button tone="quiet" size="small" onClick={() => onMinutes(reading.minutes)}>
            {t('text.takeMinutes', { count: reading.minutes })}
          </Button>
        )}
        {hints.length > 0 && (
          <button type="button" aria-expanded={open} aria-controls="page-hints" onClick={() => setOpen(!open)} className="ms-auto inline-flex min-h-10 items-center gap-2 rounded-control px-2 font-semibold text-accent-ink hover:bg-hover touch:min-h-11">
            <Lightbulb aria-hidden="true" className="size-4" />
            {t('text.hints', { count: hints.length })}
            <ChevronDown aria-hidden="true" className={cx('size-4 transition-transform', open && 'rotate-180')} />
          </button>
        )}
      </div>
      {open && hints.length > 0 && (
        <ul id="page-hints" aria-label={t('text.hintsTitle')} className="mt-1 mb-1 grid max-h-72 grid-cols-[minmax(0,1fr)] gap-1 overflow-y-auto">
          {hints.map((hint, index) => (
            <li key={`${hint.code}-${hint.position}-${index}`}>
              <button type="button" onClick={() => jump(editor, hint)} className="w-full rounded-control px-2 py-2 text-start hover:bg-hover">
                <span className="block font-medium">{t(`text.hint.${hint.code}`)}</span>
                {hint.about !== '' && <span className="block truncate text-ink-soft">{hint.about}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function look(editor: Editor) {
  return { hints: findHints(editor.state.doc), reading: readingMinutes(editor.state.doc) };
}

/** Puts the cursor to the place of a hint; a picture is selected, so that Enter opens its dialog. */
function jump(editor: Editor, { position }: Hint): void {
  const { doc, tr } = editor.state;
  const at = Math.min(position, doc.content.size);
  const node = doc.nodeAt(at);
  const selection = node?.type.name === 'picture' ? NodeSelection.create(doc, at) : TextSelection.near(doc.resolve(Math.min(at + (node?.isText === true ? 0 : 1), doc.content.size)));
  editor.view.dispatch(tr.setSelection(selection).scrollIntoView());
  editor.view.focus();
}
