import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { type ButtonSize, type ButtonTone, buttonStyle } from './button-style.js';
import { cx } from './cx.js';

export interface LinkButtonProps extends LinkProps {
  readonly tone?: ButtonTone;
  readonly size?: ButtonSize;
  readonly wide?: boolean;
  readonly icon?: ReactNode;
}

/** A link that looks like a button: it goes somewhere and can be opened in a new tab. */
export function LinkButton({ tone = 'primary', size = 'medium', wide = false, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={cx(buttonStyle(tone, size, wide), className)}>
      {icon}
      {children}
    </Link>
  );
}

/** A link inside running text. */
export function TextLink({ className, ...rest }: LinkProps) {
  return <Link {...rest} className={cx('font-medium text-primary-ink underline decoration-1 underline-offset-4 hover:decoration-2', className)} />;
}
