import { mergeAttributes } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';

/** A table without widths and colours: `<table><caption>`, whose caption is edited in the toolbar. */
const PlainTable = Table.extend({
  addAttributes: () => ({
    caption: {
      default: '',
      rendered: false,
      parseHTML: (element) => element.querySelector(':scope > caption')?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '',
    },
  }),

  parseHTML: () => [{ tag: 'table' }, { tag: 'caption', ignore: true }, { tag: 'colgroup', ignore: true }],

  renderHTML({ node, HTMLAttributes }) {
    const caption = node.attrs['caption'] as string;
    return ['table', mergeAttributes(HTMLAttributes), ...(caption === '' ? [] : [['caption', {}, caption] as const]), ['tbody', 0]];
  },
});

const spans = {
  colspan: { default: 1, parseHTML: (cell: HTMLElement) => Math.min(100, Math.max(1, Number(cell.getAttribute('colspan')) || 1)), renderHTML: ({ colspan }: Record<string, unknown>) => (colspan === 1 ? {} : { colspan }) },
  rowspan: { default: 1, parseHTML: (cell: HTMLElement) => Math.min(1_000, Math.max(1, Number(cell.getAttribute('rowspan')) || 1)), renderHTML: ({ rowspan }: Record<string, unknown>) => (rowspan === 1 ? {} : { rowspan }) },
  // prosemirror-tables asks for it; widths are the reader's screen's matter.
  colwidth: { default: null, rendered: false, parseHTML: () => null },
};

/** Tables, their rows and cells. */
export const tableNodes = [
  PlainTable.configure({ resizable: false, allowTableNodeSelection: true, View: null }),
  TableRow,
  TableHeader.extend({ addAttributes: () => spans }),
  TableCell.extend({ addAttributes: () => spans }),
];
