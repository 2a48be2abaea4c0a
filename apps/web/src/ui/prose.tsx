import { useEffect, useRef } from 'react';
import { cx } from './cx.js';
import './prose.css';

/** Running text that an author wrote; the server has cleaned it. A table wider than the screen scrolls, also by keyboard. */
export function Prose({ html, className }: { readonly html: string; readonly className?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    for (const table of box.current?.querySelectorAll('table') ?? []) {
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
    }
  }, [html]);
  return <div ref={box} className={cx('prose', className)} dangerouslySetInnerHTML={{ __html: html }} />;
}
