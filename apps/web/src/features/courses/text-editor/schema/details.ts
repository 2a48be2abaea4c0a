import { Node, mergeAttributes } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    details: {
      /** A part that readers open when they are ready, with the cursor in its title. */
      insertDetails: () => ReturnType;
    };
  }
}

/**
 * `<details><summary>`: published as it is, but shown open in the editor, where a real one would close under the author's hands.
 */
export const Details = Node.create({
  name: 'details',
  group: 'block',
  content: 'summary block+',
  defining: true,

  parseHTML: () => [{ tag: 'details' }],

  renderHTML: ({ HTMLAttributes }) => ['details', mergeAttributes(HTMLAttributes), 0],

  addNodeView: () => () => {
    const dom = document.createElement('div');
    dom.className = 'details';
    return { dom, contentDOM: dom };
  },

  addCommands() {
    return {
      insertDetails:
        () =>
        ({ chain, state }) => {
          const at = state.selection.$from.before(1);
          const empty = state.selection.$from.depth === 1 && state.selection.$from.parent.content.size === 0;
          const content = { type: this.name, content: [{ type: 'summary' }, { type: 'paragraph' }] };
          const place = empty ? { from: at, to: at + state.selection.$from.parent.nodeSize } : state.selection.$from.after(1);
          return chain()
            .insertContentAt(place, content)
            .setTextSelection(typeof place === 'number' ? place + 2 : place.from + 2)
            .run();
        },
    };
  },
});

/** The line that is always shown. Enter goes on into what it hides. */
export const Summary = Node.create<{ placeholder: string }>({
  name: 'summary',
  content: 'inline*',
  defining: true,
  isolating: true,
  selectable: false,

  addOptions: () => ({ placeholder: '' }),

  parseHTML: () => [{ tag: 'summary' }],

  renderHTML: ({ HTMLAttributes }) => ['summary', mergeAttributes(HTMLAttributes), 0],

  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('div');
      dom.className = 'summary';
      dom.dataset['placeholder'] = this.options.placeholder;
      const show = (empty: boolean) => dom.classList.toggle('is-empty', empty);
      show(node.content.size === 0);
      return {
        dom,
        contentDOM: dom,
        update: (next) => {
          if (next.type !== node.type) return false;
          show(next.content.size === 0);
          return true;
        },
      };
    };
  },

  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { $from } = editor.state.selection;
        if ($from.parent.type !== this.type) return false;
        return editor.commands.command(({ tr, dispatch }) => {
          dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve($from.after()))).scrollIntoView());
          return true;
        });
      },
      // An empty title goes away together with its box, and what it hid stays.
      Backspace: ({ editor }) => {
        const { $from, empty } = editor.state.selection;
        if (!empty || $from.parent.type !== this.type || $from.parentOffset > 0) return false;
        const details = $from.node(-1);
        const from = $from.before(-1);
        return editor.commands.command(({ tr, dispatch, state }) => {
          const title = $from.parent.content.size > 0 ? [state.schema.nodes['paragraph']?.create(null, $from.parent.content)] : [];
          const blocks = [...title, ...details.content.content.slice(1)].filter((block) => block !== undefined && block !== null);
          dispatch?.(tr.replaceWith(from, from + details.nodeSize, blocks).setSelection(TextSelection.near(tr.doc.resolve(from + 1))));
          return true;
        });
      },
    };
  },
});
