import { Controller } from '@nestjs/common';
import { courses } from '@pamong/contract/courses';
import type { Actor } from '@pamong/domain/access/actor';
import { CourseDraftsService } from '@pamong/domain/courses/course-drafts.service';
import { CourseOutlineService } from '@pamong/domain/courses/course-outline.service';
import { CoursePicturesService } from '@pamong/domain/courses/course-pictures.service';
import { CoursesService } from '@pamong/domain/courses/courses.service';
import { PublishingService } from '@pamong/domain/courses/publishing.service';
import { Database } from '@pamong/platform/database/database';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';
import { Scopes } from '../kernel/scopes.js';
import { courseScope } from './course.scope.js';

/** The workspace of authors. */
@Controller()
export class CoursesController {
  constructor(
    private readonly drafts: CourseDraftsService,
    private readonly outline: CourseOutlineService,
    private readonly publishing: PublishingService,
    private readonly pictures: CoursePicturesService,
    scopes: Scopes,
    courseReads: CoursesService,
    db: Database,
  ) {
    scopes.add('course', courseScope(courseReads, db));
  }

  @Endpoint(courses.list)
  list(@Caller() actor: Actor, @Input() { query }: InputOf<typeof courses.list>) {
    return this.drafts.list(actor, query);
  }

  @Endpoint(courses.create)
  create(@Caller() actor: Actor, @Input() { body }: InputOf<typeof courses.create>) {
    const { title, code, organisationId } = body;
    return this.drafts.create(actor, { title, organisationId, ...(code === undefined ? {} : { code }) });
  }

  @Endpoint(courses.get)
  get(@Caller() actor: Actor, @Input() { params }: InputOf<typeof courses.get>) {
    return this.drafts.get(actor, params.courseId);
  }

  @Endpoint(courses.change)
  change(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof courses.change>) {
    const { revision, ...change } = body;
    return this.drafts.change(actor, params.courseId, revision, change);
  }

  @Endpoint(courses.listCandidates)
  async listCandidates(@Input() { params, query }: InputOf<typeof courses.listCandidates>) {
    return { items: await this.drafts.listCandidates(params.courseId, query.q) };
  }

  @Endpoint(courses.addModule)
  addModule(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof courses.addModule>) {
    return this.outline.addModule(actor, params.courseId, body.title);
  }

  @Endpoint(courses.renameModule)
  renameModule(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof courses.renameModule>) {
    return this.outline.renameModule(actor, params.courseId, params.moduleId, body.title);
  }

  @Endpoint(courses.moveModule)
  moveModule(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof courses.moveModule>) {
    return this.outline.moveModule(actor, params.courseId, params.moduleId, body.to);
  }

  @Endpoint(courses.removeModule)
  removeModule(@Caller() actor: Actor, @Input() { params }: InputOf<typeof courses.removeModule>) {
    return this.outline.remove(actor, params.courseId, 'module', params.moduleId);
  }

  @Endpoint(courses.restoreModule)
  restoreModule(@Caller() actor: Actor, @Input() { params }: InputOf<typeof courses.restoreModule>) {
    return this.outline.restore(actor, params.courseId, 'module', params.moduleId);
  }

  @Endpoint(courses.addLesson)
  addLesson(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof courses.addLesson>) {
    return this.outline.addLesson(actor, params.courseId, params.moduleId, body);
  }

  @Endpoint(courses.getLesson)
  getLesson(@Input() { params }: InputOf<typeof courses.getLesson>) {
    return this.outline.describeLesson(params.courseId, params.lessonId);
  }

  @Endpoint(courses.changeLesson)
  changeLesson(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof courses.changeLesson>) {
    const { revision, ...change } = body;
    return this.outline.changeLesson(actor, params.courseId, params.lessonId, revision, change);
  }

  @Endpoint(courses.moveLesson)
  moveLesson(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof courses.moveLesson>) {
    return this.outline.moveLesson(actor, params.courseId, params.lessonId, body.to);
  }

  @Endpoint(courses.removeLesson)
  removeLesson(@Caller() actor: Actor, @Input() { params }: InputOf<typeof courses.removeLesson>) {
    return this.outline.remove(actor, params.courseId, 'lesson', params.lessonId);
  }

  @Endpoint(courses.restoreLesson)
  restoreLesson(@Caller() actor: Actor, @Input() { params }: InputOf<typeof courses.restoreLesson>) {
    return this.outline.restore(actor, params.courseId, 'lesson', params.lessonId);
  }

  @Endpoint(courses.addPicture)
  addPicture(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof courses.addPicture>) {
    return this.pictures.add(actor, params.courseId, Buffer.from(body.data, 'base64'));
  }

  @Endpoint(courses.check)
  async check(@Input() { params }: InputOf<typeof courses.check>) {
    return { items: await this.publishing.check(params.courseId) };
  }

  @Endpoint(courses.publish)
  publish(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof courses.publish>) {
    return this.publishing.publish(actor, params.courseId, body.number, body.learners);
  }

  @Endpoint(courses.preview)
  preview(@Input() { params }: InputOf<typeof courses.preview>) {
    return this.publishing.preview(params.courseId);
  }

  @Endpoint(courses.previewLesson)
  previewLesson(@Input() { params }: InputOf<typeof courses.previewLesson>) {
    return this.publishing.previewLesson(params.courseId, params.lessonId);
  }
}
