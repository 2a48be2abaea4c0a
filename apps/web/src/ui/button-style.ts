import { cx } from './cx.js';

/** `accent` is for the one call to action of a screen; `primary` for the main action of a form or a card. */
export type ButtonTone = 'primary' | 'accent' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

const TONES: Record<ButtonTone, string> = {
  primary: 'bg-primary text-on-primary hover:bg-primary-hover',
  accent: 'bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'border border-line-strong/60 bg-surface text-ink hover:bg-hover',
  quiet: 'text-primary-ink hover:bg-hover',
  danger: 'bg-danger text-on-danger hover:bg-danger-hover',
};

const SIZES: Record<ButtonSize, string> = {
  small: 'min-h-9 touch:min-h-11 gap-1.5 px-3 py-1.5 text-sm',
  medium: 'min-h-11 gap-2 px-4 py-2 text-sm',
  large: 'min-h-13 gap-2.5 px-6 text-base',
};

/** The look that buttons and links that act as buttons share. */
export function buttonStyle(tone: ButtonTone, size: ButtonSize, wide: boolean): string {
  return cx(
    'inline-flex items-center justify-center rounded-control text-center font-semibold leading-tight transition-colors select-none',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
    TONES[tone],
    SIZES[size],
    wide && 'w-full',
  );
}
