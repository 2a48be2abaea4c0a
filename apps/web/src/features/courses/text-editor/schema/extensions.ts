import type { Extensions } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import type { TFunction } from 'i18next';
import { PasteFromOutside, type PasteEvents } from '../paste/paste-extension.js';
import { Callout } from './callout.js';
import { Details, Summary } from './details.js';
import { Picture } from './picture.js';
import { Subscript, Superscript } from './small-marks.js';
import { tableNodes } from './table.js';

export interface SchemaEvents extends PasteEvents {
  readonly onEditPicture: () => void;
}

/** Everything that a page may hold. The server's whitelist (`text-html.rules.ts` of the domain) keeps the same. */
export function pageExtensions(t: TFunction<'courses'>, { onEditPicture, ...paste }: SchemaEvents): Extensions {
  return [
    StarterKit.configure({
      // The lesson's title is the page's heading of level 1.
      heading: { levels: [2, 3, 4] },
      link: { openOnClick: false, defaultProtocol: 'https', protocols: ['mailto', 'tel'], HTMLAttributes: { target: null, rel: null, class: null } },
      codeBlock: { enableTabIndentation: true, tabSize: 2 },
      dropcursor: { color: 'var(--primary)', width: 2 },
    }),
    PasteFromOutside.configure(paste),
    Subscript,
    Superscript,
    Callout.configure({ label: (kind) => t(`text.callout.${kind}`) }),
    Details,
    Summary.configure({ placeholder: t('text.details.title') }),
    ...tableNodes,
    Picture.configure({
      onEdit: onEditPicture,
      texts: { caption: t('text.image.caption'), sending: t('text.image.sending'), altMissing: t('text.image.altMissingShort') },
    }),
  ];
}
