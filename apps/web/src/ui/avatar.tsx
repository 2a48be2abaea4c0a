import { cx } from './cx.js';

/** The first letters of the first and last name. Decorative: the name stands beside it or is the label around it. */
export function Avatar({ name, className }: { readonly name: string; readonly className?: string }) {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
  return (
    <span aria-hidden="true" className={cx('inline-flex shrink-0 items-center justify-center rounded-full bg-primary-soft font-bold text-primary-ink', className ?? 'size-9 text-xs')}>
      {letters}
    </span>
  );
}
