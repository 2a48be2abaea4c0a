import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CompiledCourse } from '@pamong/contract/course-content';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { CoursesService } from '../courses/courses.service.js';
import type { Enrolment } from '../enrolments/enrolments.service.js';
import { EnrolmentsService } from '../enrolments/enrolments.service.js';
import type { CompletionRequirement, RequirementSubject } from '../learning/completion-requirements.js';
import { CompletionRequirements } from '../learning/completion-requirements.js';
import { DueSources } from '../learning/due-sources.js';
import { LearningService } from '../learning/learning.service.js';
import { EvaluationRepository } from './evaluation.repository.js';
import type { FormDefinition, FormKey } from './forms.js';
import { forms } from './forms.js';

/** One form for one learner. */
export interface FormCopy {
  readonly form: FormDefinition;
  readonly subject: { readonly personId: string; readonly fullName: string } | null;
  readonly filled: boolean;
}

export interface FilledForm {
  readonly key: FormKey;
  readonly subjectId: string | null;
  readonly ratings: readonly number[];
  readonly suggestion: string;
}

/** Reaction forms of a course: who filled one is known, what they wrote is nobody's. */
@Injectable()
export class EvaluationService implements CompletionRequirement {
  readonly key = 'evaluation';

  constructor(
    private readonly db: Database,
    private readonly evaluation: EvaluationRepository,
    private readonly enrolments: EnrolmentsService,
    private readonly courses: CoursesService,
    private readonly learning: LearningService,
    private readonly clock: Clock,
    requirements: CompletionRequirements,
    due: DueSources,
  ) {
    requirements.add(this);
    due.add((reader, personId) => this.due(reader, personId));
  }

  /** @throws Problem NOT_ENROLLED */
  async list(personId: string, courseId: string): Promise<{ open: boolean; copies: FormCopy[] }> {
    const enrolment = await this.enrolments.getOwn(this.db, personId, courseId);
    const course = await this.courses.compiled(this.db, enrolment.versionId);
    return { open: await this.learning.isHalfDone(this.db, enrolment), copies: await this.copies(this.db, enrolment, course) };
  }

  /**
   * @throws Problem NOT_ENROLLED; EVALUATION_NOT_OPEN before half of the lessons are done; NOT_FOUND when the course has no such form;
   * EVALUATION_INCOMPLETE; EVALUATION_FILLED the second time
   */
  async fill(personId: string, courseId: string, filled: FilledForm): Promise<void> {
    await this.db.tx(async (tx) => {
      const enrolment = await this.enrolments.lock(tx, (await this.enrolments.getOwn(tx, personId, courseId)).id);
      if (!(await this.learning.isHalfDone(tx, enrolment))) throw new Problem('EVALUATION_NOT_OPEN');
      const course = await this.courses.compiled(tx, enrolment.versionId);
      const copies = await this.copies(tx, enrolment, course);
      const copy = copies.find(({ form, subject }) => form.key === filled.key && (subject?.personId ?? null) === filled.subjectId);
      if (copy === undefined) throw new Problem('NOT_FOUND');
      if (filled.ratings.length !== copy.form.items.length) throw new Problem('EVALUATION_INCOMPLETE');
      await this.evaluation.insert(
        tx,
        { enrolmentId: enrolment.id, formKey: filled.key, subjectKey: filled.subjectId ?? '' },
        {
          // Random, not ordered by time, so that the order of rows does not tell who answered.
          id: randomUUID(),
          courseId,
          versionId: enrolment.versionId,
          formKey: filled.key,
          subjectId: filled.subjectId,
          ratings: [...filled.ratings],
          suggestion: filled.suggestion,
          month: `${this.clock.now().toISOString().slice(0, 7)}-01`,
        },
      );
      await this.learning.progressChanged(tx, enrolment.id);
    });
  }

  async missing(reader: Reader, { enrolment, course }: RequirementSubject) {
    const copies = await this.copies(reader, enrolment, course);
    return copies
      .filter((copy) => !copy.filled)
      .map(({ form, subject }) => ({ code: 'form_open', lessonIds: [], params: { title: form.title, subject: subject?.fullName ?? '' } }));
  }

  private async copies(reader: Reader, enrolment: Enrolment, course: CompiledCourse): Promise<FormCopy[]> {
    const filled = await this.evaluation.listFilled(reader, enrolment.id);
    return forms.flatMap((form) => {
      const subjects = form.about === 'course' ? [null] : course.instructors.map(({ personId, fullName }) => ({ personId, fullName }));
      return subjects.map((subject) => ({ form, subject, filled: filled.has(`${form.key} ${subject?.personId ?? ''}`) }));
    });
  }

  /** Forms that stand between a learner and the certificate once half of the lessons are done. */
  private async due(reader: Reader, personId: string) {
    const items = [];
    for (const enrolment of await this.enrolments.listOwn(reader, personId)) {
      if (enrolment.completedAt !== null) continue;
      const course = await this.courses.compiled(reader, enrolment.versionId);
      if (!course.rules.requirements.includes('evaluation') || !(await this.learning.isHalfDone(reader, enrolment))) continue;
      const open = (await this.copies(reader, enrolment, course)).filter((copy) => !copy.filled);
      items.push(
        ...open.map(({ form }) => ({
          kind: 'evaluation.form-open',
          courseId: course.courseId,
          courseTitle: course.title,
          title: form.title,
          link: `/belajar/${course.courseId}/evaluasi`,
          dueAt: null,
        })),
      );
    }
    return items;
  }
}
