import type { ComponentProps, ReactNode } from 'react';
import { type ButtonSize, type ButtonTone, buttonStyle } from './button-style.js';
import { cx } from './cx.js';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly tone?: ButtonTone;
  readonly size?: ButtonSize;
  readonly wide?: boolean;
  readonly icon?: ReactNode;
  /** The action is under way: presses are ignored, the label stays, assistive technology hears "busy". */
  readonly busy?: boolean;
}

/** A button with a verb on it. `busy` keeps focus on it, which `disabled` would lose. */
export function Button({ tone = 'primary', size = 'medium', wide = false, icon, busy = false, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      className={cx(buttonStyle(tone, size, wide), className)}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <BusyDots /> : icon}
      {children}
    </button>
  );
}

function BusyDots() {
  return (
    <span aria-hidden="true" className="inline-flex gap-0.5">
      {[0, 150, 300].map((delay) => (
        <span key={delay} className="size-1 animate-[shimmer_1s_ease-in-out_infinite] rounded-full bg-current" style={{ animationDelay: `${delay}ms` }} />
      ))}
    </span>
  );
}
