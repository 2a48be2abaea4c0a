import type { Editor } from '@tiptap/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.js';
import type { SlashMenuState } from './use-slash-menu.js';

/** Highest that the list becomes, in pixels. */
const tallest = 320;

export const slashOptionId = (key: string): string => `slash-${key}`;
export const slashListId = 'slash-list';

/** The list that a slash opens, beside the cursor. The cursor stays in the text, which names the active entry. */
export function SlashMenu({ editor, menu }: { readonly editor: Editor; readonly menu: SlashMenuState }) {
  const { t } = useTranslation('courses');
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ top: number; left: number; above: boolean } | null>(null);
  useLayoutEffect(() => {
    const box = list.current?.parentElement?.getBoundingClientRect();
    if (!box) return;
    const cursor = editor.view.coordsAtPos(menu.from);
    const height = Math.min(tallest, list.current?.scrollHeight ?? tallest);
    const above = cursor.bottom + height > window.innerHeight && cursor.top > height;
    setPlace({ top: (above ? cursor.top : cursor.bottom) - box.top, left: Math.max(8, Math.min(cursor.left - box.left, box.width - 272)), above });
  }, [editor, menu.from, menu.entries.length]);
  const activeKey = menu.entries[menu.active]?.key ?? '';
  useEffect(() => {
    list.current?.querySelector(`#${slashOptionId(activeKey)}`)?.scrollIntoView({ block: 'nearest' });
  }, [activeKey]);
  return (
    <>
      <div
        ref={list}
        id={slashListId}
        role="listbox"
        aria-label={t('text.slash.title')}
        className={cx('absolute z-20 max-h-80 w-66 overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-overlay', place?.above && '-translate-y-full', !place && 'invisible')}
        style={place ? { top: place.top, left: place.left } : undefined}
      >
        {menu.entries.map((entry, index) => (
          // The keys are the text's: the focus never comes here.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={entry.key}
            id={slashOptionId(entry.key)}
            role="option"
            tabIndex={-1}
            aria-selected={index === menu.active}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => index !== menu.active && menu.point(index)}
            onClick={() => menu.choose(entry)}
            className={cx('flex min-h-10 cursor-pointer items-center gap-3 rounded-control px-3 touch:min-h-11', index === menu.active && 'bg-primary-soft text-primary-ink')}
          >
            <entry.Icon aria-hidden="true" className="size-5 shrink-0" />
            {entry.name}
          </div>
        ))}
      </div>
      <p role="status" className="sr-only">
        {t('text.slash.count', { count: menu.entries.length, name: menu.entries[menu.active]?.name })}
      </p>
    </>
  );
}
