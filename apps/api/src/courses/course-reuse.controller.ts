import { Controller } from '@nestjs/common';
import { courseReuse } from '@pamong/contract/course-reuse';
import type { Actor } from '@pamong/domain/access/actor';
import { CourseReuseService } from '@pamong/domain/courses/course-reuse.service';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';

/** Copies, templates, modules taken along. */
@Controller()
export class CourseReuseController {
  constructor(private readonly reuse: CourseReuseService) {}

  @Endpoint(courseReuse.duplicate)
  duplicate(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof courseReuse.duplicate>) {
    return this.reuse.duplicate(actor, params.courseId, body);
  }

  @Endpoint(courseReuse.templates)
  async templates(@Caller() actor: Actor) {
    return { items: await this.reuse.listTemplates(actor) };
  }

  @Endpoint(courseReuse.startFrom)
  startFrom(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof courseReuse.startFrom>) {
    return this.reuse.startFrom(actor, params.templateId, body);
  }

  @Endpoint(courseReuse.copyModule)
  copyModule(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof courseReuse.copyModule>) {
    return this.reuse.copyModule(actor, params.courseId, params.moduleId, body.toCourseId);
  }
}
