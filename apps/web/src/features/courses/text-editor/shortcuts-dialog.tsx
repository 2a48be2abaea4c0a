import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.js';

/** Keys and the key of what they do in `text.shortcuts`. */
const shortcuts: readonly (readonly [keys: string, does: string])[] = [
  ['/', 'slash'],
  ['Alt+F10', 'toolbar'],
  ['Esc', 'back'],
  ['Ctrl+B', 'bold'],
  ['Ctrl+I', 'italic'],
  ['Ctrl+U', 'underline'],
  ['Ctrl+K', 'link'],
  ['Ctrl+Alt+2', 'h2'],
  ['Ctrl+Alt+3', 'h3'],
  ['Ctrl+Shift+8', 'ul'],
  ['Ctrl+Shift+7', 'ol'],
  ['Tab', 'tab'],
  ['Shift+Tab', 'shiftTab'],
  ['Enter', 'enter'],
  ['Ctrl+Z', 'undo'],
  ['Ctrl+Shift+Z', 'redo'],
];

/** Typed at the beginning of a line. */
const marks: readonly (readonly [typed: string, does: string])[] = [
  ['## ', 'h2'],
  ['### ', 'h3'],
  ['- ', 'ul'],
  ['1. ', 'ol'],
  ['> ', 'quote'],
  ['```', 'code'],
  ['---', 'rule'],
];

/** Every way to write without a mouse. */
export function ShortcutsDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('courses');
  const list = (rows: typeof shortcuts) => (
    <dl className="grid grid-cols-[minmax(0,10rem)_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2">
      {rows.map(([keys, does]) => (
        <div key={keys} className="contents">
          <dt>
            <kbd className="rounded-sm border border-line-strong bg-sunken px-1.5 py-0.5 font-mono text-sm whitespace-pre">{keys.trim()}</kbd>
          </dt>
          <dd>{t(`text.shortcuts.${does}`)}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <Dialog open={open} onClose={onClose} title={t('text.shortcuts.title')}>
      <div className="grid gap-5 pb-5">
        {list(shortcuts)}
        <div>
          <h3 className="mb-2 font-semibold">{t('text.shortcuts.marks')}</h3>
          {list(marks)}
        </div>
      </div>
    </Dialog>
  );
}
