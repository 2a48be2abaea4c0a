import { Injectable } from '@nestjs/common';
import type { LessonFinding, LessonKind } from './lesson-kinds.js';
import { LessonKinds } from './lesson-kinds.js';
import { cleanHtml, isEmptyHtml, picturesWithoutAlt } from './text-html.rules.js';
import * as z from 'zod';

/** Body of a text lesson; parsing cleans the HTML. */
export const TextDraft = z.object({ html: z.string().max(400_000).transform(cleanHtml) });

/** Lessons to read. */
@Injectable()
export class TextLessonKind {
  constructor(kinds: LessonKinds) {
    kinds.add(textLessonKind);
  }
}

const textLessonKind: LessonKind<z.output<typeof TextDraft>> = {
  kind: 'text',
  draft: TextDraft,
  blank: { html: '' },
  scored: false,
  completions: ['marked', 'opened', 'time', 'scroll'],
  check: (_reader, lesson) => {
    const { html } = lesson.body;
    const findings: LessonFinding[] = [];
    if (isEmptyHtml(html)) findings.push({ code: 'TEXT_EMPTY', blocking: true });
    const count = picturesWithoutAlt(html);
    if (count > 0) findings.push({ code: 'IMAGE_ALT_MISSING', blocking: true, params: { count } });
    return Promise.resolve(findings);
  },
  compile: (_tx, { lesson }) => {
    const content = { html: lesson.body.html };
    return Promise.resolve({ content, facts: { bytes: Buffer.byteLength(content.html) } });
  },
};
