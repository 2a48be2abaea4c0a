import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';
import type { CompletionRequirement, RequirementSubject } from './completion-requirements.js';
import { CompletionRequirements } from './completion-requirements.js';
import { lessonsOf } from './locks.rules.js';
import { ProgressRepository } from './progress.repository.js';

/** Every required lesson is done. */
@Injectable()
export class AllLessonsRequirement implements CompletionRequirement {
  readonly key = 'all_lessons';

  constructor(
    requirements: CompletionRequirements,
    private readonly progress: ProgressRepository,
  ) {
    requirements.add(this);
  }

  async missing(reader: Reader, { enrolment, course }: RequirementSubject) {
    const done = (await this.progress.listDone(reader, [enrolment.id])).get(enrolment.id) ?? new Set<string>();
    const open = lessonsOf(course).filter((lesson) => lesson.required && !done.has(lesson.id));
    return open.length === 0 ? [] : [{ code: 'lessons_open', lessonIds: open.map((lesson) => lesson.id), params: { count: open.length } }];
  }
}
