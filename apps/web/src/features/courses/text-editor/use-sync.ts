import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';

/** Serialising a long page takes longer than a keystroke may, so it is done when the hands rest, and before the page goes away. */
const restMs = 250;

/** What a text lesson keeps. */
interface PageBody {
  readonly html: string;
}

/** The page as HTML, without the empty line that the editor keeps at the end for the cursor. */
function htmlOf(editor: Editor): string {
  return editor.getHTML().replace(/(?:<p><\/p>)+$/, '');
}

/**
 * Keeps the editor and the lesson's body in step. A body that did not come from this editor (a restored version, another author's)
 * replaces what is shown; opening a page changes nothing.
 */
export function useSync(editor: Editor, body: PageBody, onChange: (body: PageBody) => void): void {
  const own = useRef(new WeakSet<PageBody>([body]));
  const tell = useRef(onChange);
  const told = useRef('');
  useEffect(() => {
    tell.current = onChange;
  });

  useEffect(() => {
    if (editor.isDestroyed || own.current.has(body)) return;
    own.current.add(body);
    editor.commands.setContent(body.html, { emitUpdate: false });
    told.current = htmlOf(editor);
  }, [editor, body]);

  useEffect(() => {
    if (editor.isDestroyed) return;
    told.current = htmlOf(editor);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      clearTimeout(timer);
      timer = undefined;
      if (editor.isDestroyed) return;
      const html = htmlOf(editor);
      if (html === told.current) return;
      told.current = html;
      const next = { html };
      own.current.add(next);
      tell.current(next);
    };
    const update = () => {
      timer ??= setTimeout(flush, restMs);
    };
    const leave = () => {
      if (timer !== undefined) flush();
    };
    editor.on('update', update);
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      leave();
      editor.off('update', update);
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
    };
  }, [editor]);
}
