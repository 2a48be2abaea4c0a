import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { CourseDraftsRepository } from './course-drafts.repository.js';
import { CoursePicturesService } from './course-pictures.service.js';
import type { DraftLesson, LessonFinding, LessonKind } from './lesson-kinds.js';
import { LessonKinds } from './lesson-kinds.js';
import { cleanHtml, isEmptyHtml, picturesWithoutAlt } from './text-html.rules.js';
import { compilePage, picturesOf } from './text-page.rules.js';
import * as z from 'zod';

/** Body of a text lesson; parsing cleans the HTML. */
export const TextDraft = z.object({ html: z.string().max(400_000).transform(cleanHtml) });

type TextBody = z.output<typeof TextDraft>;

/** Lessons to read. */
@Injectable()
export class TextLessonKind implements LessonKind<TextBody> {
  readonly kind = 'text';
  readonly draft = TextDraft;
  readonly blank: TextBody = { html: '' };
  readonly scored = false;
  readonly completions = ['marked', 'opened', 'time', 'scroll'] as const;

  constructor(
    kinds: LessonKinds,
    private readonly drafts: CourseDraftsRepository,
    private readonly pictures: CoursePicturesService,
  ) {
    kinds.add(this);
  }

  check(_reader: Reader, lesson: DraftLesson<TextBody>): Promise<LessonFinding[]> {
    const { html } = lesson.body;
    const findings: LessonFinding[] = [];
    if (isEmptyHtml(html)) findings.push({ code: 'TEXT_EMPTY', blocking: true });
    const count = picturesWithoutAlt(html);
    if (count > 0) findings.push({ code: 'IMAGE_ALT_MISSING', blocking: true, params: { count } });
    return Promise.resolve(findings);
  }

  async compile(tx: Tx, { courseId, lesson }: { courseId: string; lesson: DraftLesson<TextBody> }) {
    const language = (await this.drafts.find(tx, courseId))?.language ?? 'id';
    const content = { html: compilePage(lesson.body.html, language, await this.pictures.listSized(tx, picturesOf(lesson.body.html))) };
    return { content, facts: { bytes: Buffer.byteLength(content.html) } };
  }
}
