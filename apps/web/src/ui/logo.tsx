import { cx } from './cx.js';

/** The mark: an open book whose right pages rise step by step, like a path. Decorative beside the word. */
export function Mark({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cx('shrink-0', className ?? 'size-8')}>
      <rect width="32" height="32" rx="7.5" fill="#0b5e6b" />
      <path d="M15.2 25C12.7 23 9.6 22.1 5.5 22.1V10.6c4.1 0 7.2.9 9.7 2.9z" fill="#cfe6e6" />
      <path d="M16.8 25c2.5-2 5.6-2.9 9.7-2.9v-4.2c-4.1 0-7.2.9-9.7 2.9z" fill="#e79f1b" />
      <path d="M16.8 19.3c2.5-2 5.6-2.9 9.7-2.9v-4.2c-4.1 0-7.2.9-9.7 2.9z" fill="#f5c25f" />
      <path d="M16.8 13.6c2.5-2 5.6-2.9 9.7-2.9V6.5c-4.1 0-7.2.9-9.7 2.9z" fill="#fff" />
    </svg>
  );
}

/** Mark and name. `large` heads the landing page. */
export function Wordmark({ large = false }: { readonly large?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <Mark className={large ? 'size-11' : 'size-8'} />
      <span className={cx('font-extrabold tracking-[-0.03em]', large ? 'text-3xl' : 'text-xl')}>Pamong</span>
    </span>
  );
}
