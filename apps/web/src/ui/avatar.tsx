import { cx } from './cx.js';

/** The first letters of the first and last name; degrees have none. Decorative: the name stands beside it or is the label around it. */
export function Avatar({ name, className }: { readonly name: string; readonly className?: string }) {
  const words = (name.split(',')[0] ?? '').split(/\s+/).filter((word) => word !== '' && !word.endsWith('.'));
  const letters = `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
  return (
    // Drawn by the style sheet: as text the letters would have to be part of the button's name.
    <span aria-hidden="true" data-letters={letters} className={cx('before:content-[attr(data-letters)] inline-flex shrink-0 items-center justify-center rounded-full bg-primary-soft font-bold text-primary-ink', className ?? 'size-9 text-xs')} />
  );
}
