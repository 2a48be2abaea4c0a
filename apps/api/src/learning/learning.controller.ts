import { Controller } from '@nestjs/common';
import { learning } from '@pamong/contract/learning';
import type { Actor } from '@pamong/domain/access/actor';
import { CoursesService } from '@pamong/domain/courses/courses.service';
import { EnrolmentsService } from '@pamong/domain/enrolments/enrolments.service';
import { DueSources } from '@pamong/domain/learning/due-sources';
import { LearningService } from '@pamong/domain/learning/learning.service';
import { ReadingService } from '@pamong/domain/learning/reading.service';
import { Database } from '@pamong/platform/database/database';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';
import { PreparedCache } from '../kernel/prepared-cache.js';
import { FreshJson } from '../kernel/prepared-json.js';

@Controller()
export class LearningController {
  /** Compiled courses and lessons never change, so their text is made once a version. */
  private readonly prepared = new PreparedCache(2_000);

  constructor(
    private readonly learning: LearningService,
    private readonly reading: ReadingService,
    private readonly courses: CoursesService,
    private readonly enrolments: EnrolmentsService,
    private readonly due: DueSources,
    private readonly db: Database,
  ) {}

  @Endpoint(learning.course)
  async course(@Caller() actor: Actor, @Input() { params }: InputOf<typeof learning.course>) {
    const { versionId } = await this.enrolments.getOwn(this.db, actor.personId, params.courseId);
    return this.prepared.get(versionId, () => this.courses.compiled(this.db, versionId));
  }

  @Endpoint(learning.progress)
  async progress(@Caller() actor: Actor, @Input() { params }: InputOf<typeof learning.progress>) {
    return new FreshJson(await this.learning.overlay(actor.personId, params.courseId));
  }

  @Endpoint(learning.lesson)
  async lesson(@Caller() actor: Actor, @Input() { params }: InputOf<typeof learning.lesson>) {
    const { versionId, lesson } = await this.learning.openLesson(this.db, actor.personId, params.courseId, params.lessonId);
    return this.prepared.get(`${versionId} ${lesson.id}`, () => this.courses.lessonContent(this.db, versionId, lesson.id));
  }

  @Endpoint(learning.open)
  async open(@Caller() actor: Actor, @Input() { params }: InputOf<typeof learning.open>) {
    await this.reading.open(actor.personId, params.courseId, params.lessonId);
  }

  @Endpoint(learning.complete)
  async complete(@Caller() actor: Actor, @Input() { params }: InputOf<typeof learning.complete>) {
    await this.reading.markDone(actor.personId, params.courseId, params.lessonId);
    return new FreshJson(await this.learning.overlay(actor.personId, params.courseId));
  }

  @Endpoint(learning.note)
  note(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof learning.note>) {
    return this.reading.note(actor.personId, params.courseId, params.lessonId, body);
  }

  @Endpoint(learning.requirements)
  async requirements(@Caller() actor: Actor, @Input() { params }: InputOf<typeof learning.requirements>) {
    const enrolment = await this.enrolments.getOwn(this.db, actor.personId, params.courseId);
    return { completedAt: enrolment.completedAt?.toISOString() ?? null, items: await this.learning.requirementStates(this.db, enrolment) };
  }

  @Endpoint(learning.due)
  async dueItems(@Caller() actor: Actor) {
    return { items: await this.due.list(this.db, actor.personId) };
  }
}
