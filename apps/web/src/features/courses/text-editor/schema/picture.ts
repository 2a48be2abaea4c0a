import { Node, mergeAttributes } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';

/** A picture as the document keeps it. `src` is empty while it is being sent; `pending` names it until then. */
export interface PictureAttributes {
  readonly src: string;
  readonly alt: string;
  readonly decorative: boolean;
  readonly width: number | null;
  readonly height: number | null;
  readonly pending: string | null;
}

export interface PictureOptions {
  /** Opens the dialog that edits the selected picture. */
  readonly onEdit: () => void;
  readonly texts: { readonly caption: string; readonly sending: string; readonly altMissing: string };
}

const pixels = (element: Element | null, name: string): number | null => {
  const given = Number(element?.getAttribute(name));
  return Number.isInteger(given) && given > 0 && given < 100_000 ? given : null;
};
const imageIn = (element: HTMLElement): HTMLImageElement | null => (element instanceof HTMLImageElement ? element : element.querySelector('img'));

/** `<figure><img><figcaption>`; the caption is written in place, everything else in a dialog. */
export const Picture = Node.create<PictureOptions>({
  name: 'picture',
  group: 'block',
  content: 'inline*',
  isolating: true,
  draggable: true,

  addOptions: () => ({ onEdit: () => undefined, texts: { caption: '', sending: '', altMissing: '' } }),

  addAttributes: () => ({
    src: { default: '', rendered: false, parseHTML: (element) => imageIn(element)?.getAttribute('src') ?? '' },
    alt: { default: '', rendered: false, parseHTML: (element) => imageIn(element)?.getAttribute('alt')?.trim() ?? '' },
    decorative: { default: false, rendered: false, parseHTML: (element) => imageIn(element)?.hasAttribute('data-decorative') ?? false },
    width: { default: null, rendered: false, parseHTML: (element) => pixels(imageIn(element), 'width') },
    height: { default: null, rendered: false, parseHTML: (element) => pixels(imageIn(element), 'height') },
    pending: { default: null, rendered: false, parseHTML: (element) => imageIn(element)?.getAttribute('data-pending') ?? null },
  }),

  parseHTML: () => [
    {
      tag: 'figure',
      getAttrs: (figure) => (figure.querySelector('img') === null ? false : null),
      contentElement: (figure) => (figure as HTMLElement).querySelector('figcaption') ?? document.createElement('figcaption'),
    },
    { tag: 'img' },
  ],

  renderHTML({ node }) {
    const { src, alt, decorative, width, height } = node.attrs as PictureAttributes;
    const image = mergeAttributes({ src, alt: decorative ? '' : alt }, decorative ? { 'data-decorative': '' } : {}, width === null ? {} : { width }, height === null ? {} : { height });
    return ['figure', ['img', image], ['figcaption', 0]];
  },

  addNodeView() {
    return ({ node, getPos, editor }) => {
      const dom = document.createElement('figure');
      const holder = document.createElement('div');
      const image = document.createElement('img');
      const note = document.createElement('span');
      const contentDOM = document.createElement('figcaption');
      const { texts } = this.options;
      holder.contentEditable = 'false';
      holder.className = 'picture';
      note.className = 'picture-note';
      contentDOM.dataset['placeholder'] = texts.caption;
      holder.append(image, note);
      dom.append(holder, contentDOM);
      const show = ({ attrs, content }: typeof node) => {
        const { src, alt, decorative } = attrs as PictureAttributes;
        image.hidden = src === '';
        if (src !== '' && image.getAttribute('src') !== src) image.src = src;
        image.alt = alt;
        note.textContent = src === '' ? texts.sending : alt === '' && !decorative ? texts.altMissing : '';
        contentDOM.classList.toggle('is-empty', content.size === 0);
      };
      show(node);
      holder.addEventListener('click', () => {
        const at = getPos();
        if (at === undefined) return;
        editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, at)));
        this.options.onEdit();
      });
      return {
        dom,
        contentDOM,
        update: (next) => {
          if (next.type !== node.type) return false;
          show(next);
          return true;
        },
        ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
      };
    };
  },

  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { selection } = editor.state;
        if (selection instanceof NodeSelection && selection.node.type === this.type) {
          this.options.onEdit();
          return true;
        }
        const { $from } = selection;
        if ($from.parent.type !== this.type) return false;
        // A caption is one line; Enter leaves it.
        return editor.commands.command(({ tr, dispatch, state }) => {
          const after = $from.after();
          const next = state.doc.resolve(after).nodeAfter;
          if (next?.isTextblock !== true) tr.insert(after, state.schema.nodes['paragraph']?.create() ?? []);
          dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView());
          return true;
        });
      },
      Backspace: ({ editor }) => {
        const { $from, empty } = editor.state.selection;
        if (!empty || $from.parent.type !== this.type || $from.parentOffset > 0 || editor.state.selection instanceof NodeSelection) return false;
        return editor.commands.setNodeSelection($from.before());
      },
    };
  },
});
