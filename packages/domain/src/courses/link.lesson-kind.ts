import { Injectable } from '@nestjs/common';
import { LinkContent } from '@pamong/contract/course-content';
import { paragraph } from '@pamong/contract/kernel/schemas';
import { Problem } from '@pamong/contract/kernel/problem';
import * as z from 'zod';
import type { LessonKind } from './lesson-kinds.js';
import { LessonKinds } from './lesson-kinds.js';

/** Body of a link lesson; the address may wait. Only encrypted pages: what people read on the way is nobody else's business. */
const LinkDraft = z.object({ url: z.union([z.literal(''), LinkContent.shape.url]), note: paragraph(2000) });

/** Lessons that lead to a page somewhere else. */
@Injectable()
export class LinkLessonKind {
  constructor(kinds: LessonKinds) {
    kinds.add(linkLessonKind);
  }
}

const linkLessonKind: LessonKind<z.output<typeof LinkDraft>> = {
  kind: 'link',
  draft: LinkDraft,
  blank: { url: '', note: '' },
  scored: false,
  completions: ['marked', 'opened', 'time'],
  check: (_reader, { body }) => Promise.resolve(body.url === '' ? [{ code: 'LINK_MISSING', blocking: true }] : []),
  compile: (_tx, { lesson }) => {
    if (lesson.body.url === '') throw new Problem('LESSON_INCOMPLETE');
    return Promise.resolve({ content: { url: lesson.body.url, note: lesson.body.note }, facts: {} });
  },
};
