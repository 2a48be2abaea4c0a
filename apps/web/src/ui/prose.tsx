import { useEffect, useRef } from 'react';
import { cx } from './cx.js';
import './prose.css';

/** Running text that an author wrote; the server has made its HTML. What is wider than the screen scrolls in its box, also by keyboard. */
export function Prose({ html, className }: { readonly html: string; readonly className?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const boxes = [...(box.current?.querySelectorAll<HTMLElement>('[data-scroll], table') ?? [])];
    const look = () => {
      for (const one of boxes) {
        if (one.scrollWidth <= one.clientWidth) continue;
        one.tabIndex = 0;
        if (one.dataset['scroll'] === undefined) continue;
        one.setAttribute('role', 'region');
        one.setAttribute('aria-label', one.dataset['scroll']);
      }
    };
    look();
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, [html]);
  return <div ref={box} className={cx('prose', className)} dangerouslySetInnerHTML={{ __html: html }} />;
}
