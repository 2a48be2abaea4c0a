import { Node, mergeAttributes } from '@tiptap/core';

/** Kinds of callouts, as they are stored; the published page writes the kind out in words. */
export const calloutKinds = ['info', 'tip', 'warning', 'important'] as const;
export type CalloutKind = (typeof calloutKinds)[number];

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    callout: {
      /** Puts the selected blocks into a callout, or changes the kind of the one around them. */
      setCallout: (kind: CalloutKind) => ReturnType;
      /** Takes the callout away and keeps what is in it. */
      unsetCallout: () => ReturnType;
    };
  }
}

const kindOf = (value: string | null): CalloutKind => calloutKinds.find((kind) => kind === value) ?? 'info';

/** A box beside the flow of the text: `<aside data-callout="tip">`. */
export const Callout = Node.create<{ label: (kind: CalloutKind) => string }>({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,

  addOptions: () => ({ label: (kind) => kind }),

  addAttributes: () => ({
    kind: { default: 'info', parseHTML: (element) => kindOf(element.getAttribute('data-callout')), renderHTML: ({ kind }) => ({ 'data-callout': kind as string }) },
  }),

  parseHTML: () => [{ tag: 'aside' }],

  renderHTML: ({ HTMLAttributes }) => ['aside', mergeAttributes(HTMLAttributes), 0],

  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('div');
      const label = document.createElement('p');
      const contentDOM = document.createElement('div');
      const show = (kind: CalloutKind) => {
        dom.dataset['callout'] = kind;
        label.textContent = this.options.label(kind);
      };
      label.className = 'callout-label';
      label.contentEditable = 'false';
      show(kindOf(node.attrs['kind'] as string));
      dom.append(label, contentDOM);
      return {
        dom,
        contentDOM,
        update: (next) => {
          if (next.type !== node.type) return false;
          show(kindOf(next.attrs['kind'] as string));
          return true;
        },
      };
    };
  },

  addCommands() {
    return {
      setCallout:
        (kind) =>
        ({ commands, editor }) =>
          editor.isActive(this.name) ? commands.updateAttributes(this.name, { kind }) : commands.wrapIn(this.name, { kind }),
      unsetCallout:
        () =>
        ({ commands }) =>
          commands.lift(this.name),
    };
  },
});
