import type { ComponentProps } from 'react';
import { cx } from './cx.js';
import { controlStyle } from './text-input.js';

/** Several lines of text; grows with its content where the browser can. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...rest} rows={rows} className={cx(controlStyle, 'field-sizing-content min-h-24 py-2.5 leading-normal', className)} />;
}
