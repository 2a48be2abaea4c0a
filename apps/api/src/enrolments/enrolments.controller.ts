import { Controller } from '@nestjs/common';
import { enrolments } from '@pamong/contract/enrolments';
import type { Actor } from '@pamong/domain/access/actor';
import { EnrolmentsService } from '@pamong/domain/enrolments/enrolments.service';
import { SavedCoursesService } from '@pamong/domain/enrolments/saved-courses.service';
import { MyCoursesService } from '@pamong/domain/learning/my-courses.service';
import { Database } from '@pamong/platform/database/database';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';

@Controller()
export class EnrolmentsController {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly myCourses: MyCoursesService,
    private readonly savedCourses: SavedCoursesService,
    private readonly db: Database,
  ) {}

  @Endpoint(enrolments.enrol)
  async enrol(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof enrolments.enrol>) {
    const enrolment = await this.enrolments.enrol(actor.personId, params.courseId, body.nameOnCertificate);
    return { ...enrolment, enrolledAt: enrolment.enrolledAt.toISOString(), completedAt: enrolment.completedAt?.toISOString() ?? null };
  }

  @Endpoint(enrolments.save)
  save(@Caller() actor: Actor, @Input() { params }: InputOf<typeof enrolments.save>) {
    return this.savedCourses.save(actor, params.courseId);
  }

  @Endpoint(enrolments.forget)
  forget(@Caller() actor: Actor, @Input() { params }: InputOf<typeof enrolments.forget>) {
    return this.savedCourses.forget(actor, params.courseId);
  }

  @Endpoint(enrolments.saved)
  async saved(@Caller() actor: Actor) {
    return { items: await this.savedCourses.list(actor) };
  }

  @Endpoint(enrolments.mine)
  async mine(@Caller() actor: Actor) {
    return { items: await this.myCourses.list(this.db, actor.personId) };
  }
}
