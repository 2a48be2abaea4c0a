import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { looksLikeMarkdown, markdownHtml } from './markdown-html.rules.js';
import { pastedHtml } from './pasted-html.js';
import { PendingPictures } from './pending-pictures.js';
import { rtfPictures } from './rtf-pictures.js';

export interface PasteEvents {
  readonly courseId: string;
  /** A single picture has arrived at this position: it wants a description. */
  readonly onPicture: (position: number) => void;
  /** So many pictures could not come along. */
  readonly onLeft: (count: number) => void;
}

/** What comes from outside: from Word, Google Docs, Excel, as Markdown, as picture files. */
export const PasteFromOutside = Extension.create<PasteEvents>({
  name: 'pasteFromOutside',

  addOptions: () => ({ courseId: '', onPicture: () => undefined, onLeft: () => undefined }),

  addProseMirrorPlugins() {
    const { editor } = this;
    const { courseId, onPicture, onLeft } = this.options;
    const pictures = new PendingPictures(courseId);
    const settle = () => {
      // After the transaction that puts the paste into the document.
      setTimeout(() => {
        void pictures
          .send(editor, (position, alone) => alone && onPicture(position))
          .then(() => {
            if (pictures.left > 0) onLeft(pictures.left);
            pictures.begin([]);
          });
      });
    };
    const insertFiles = (files: readonly File[], position: number | null): boolean => {
      const images = files.filter((file) => file.type.startsWith('image/'));
      if (images.length === 0) return false;
      pictures.begin([]);
      const content = images.map((file) => ({ type: 'picture', attrs: { pending: pictures.add(file) } }));
      editor.commands.insertContentAt(position ?? editor.state.selection, content);
      settle();
      return true;
    };
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            paste: (_, event) => {
              const rtf = event.clipboardData?.getData('text/rtf') ?? '';
              pictures.begin(rtf.includes('\\pict') ? rtfPictures(rtf) : []);
              return false;
            },
          },
          transformPastedHTML: (html) => {
            // A copy within an editor of ours is right already; the schema takes nothing else.
            if (html.includes('data-pm-slice')) return html;
            const clean = pastedHtml(html, { keepPicture: pictures.keep });
            settle();
            return clean;
          },
          handlePaste: (view, event) => {
            const data = event.clipboardData;
            if (!data) return false;
            const types = [...data.types];
            if (!types.includes('text/html') && data.files.length > 0) return insertFiles([...data.files], null);
            const text = data.getData('text/plain');
            if (types.includes('text/html') || view.state.selection.$from.parent.type.spec.code === true || !looksLikeMarkdown(text)) return false;
            return view.pasteHTML(pastedHtml(markdownHtml(text)), event);
          },
          handleDrop: (view, event, _slice, moved) => {
            if (moved || !event.dataTransfer || event.dataTransfer.files.length === 0) return false;
            event.preventDefault();
            return insertFiles([...event.dataTransfer.files], view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null) || true;
          },
        },
      }),
    ];
  },
});
