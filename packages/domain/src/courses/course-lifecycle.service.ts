import { Injectable } from '@nestjs/common';
import { binDays } from '@pamong/contract/course-lifecycle';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { Outbox } from '@pamong/platform/outbox/outbox';
import type { Actor } from '../access/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { CourseDraftsRepository } from './course-drafts.repository.js';
import type { CourseView } from './course-views.service.js';
import { CourseViewsService } from './course-views.service.js';
import type { CourseEntity } from './course.entity.js';
import { courseReachChanged } from './courses.events.js';
import { PublishingService } from './publishing.service.js';

const dayMs = 86_400_000;

/** When something that was removed then leaves the recycle bin. */
export function binUntil(removedAt: Date): Date {
  return new Date(removedAt.getTime() + binDays * dayMs);
}

/** When a course appears, leaves the catalogue, is put away or thrown away. What learners reached is never touched. */
@Injectable()
export class CourseLifecycleService {
  constructor(
    private readonly db: Database,
    private readonly drafts: CourseDraftsRepository,
    private readonly views: CourseViewsService,
    private readonly publishing: PublishingService,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishes at a moment to come, if the check list is clean then as it must be now; null takes that back.
   * @throws Problem MOMENT_PAST, COURSE_NOT_READY, COURSE_ARCHIVED, COURSE_IS_TEMPLATE, NOT_FOUND
   */
  schedule(actor: Actor, courseId: string, at: Date | null): Promise<CourseView> {
    return this.change(actor, courseId, 'courses.scheduled', async (_tx, course) => {
      if (at === null) return { publishAt: null, publishBy: null };
      if (course.archivedAt !== null) throw new Problem('COURSE_ARCHIVED');
      if (course.isTemplate) throw new Problem('COURSE_IS_TEMPLATE');
      if (at <= this.clock.now()) throw new Problem('MOMENT_PAST');
      const count = (await this.publishing.check(courseId)).filter((finding) => finding.blocking).length;
      if (count > 0) throw new Problem('COURSE_NOT_READY', { count });
      return { publishAt: at, publishBy: actor.personId };
    });
  }

  /** @throws Problem COURSE_NOT_PUBLISHED, NOT_FOUND */
  withdraw(actor: Actor, courseId: string): Promise<CourseView> {
    return this.change(actor, courseId, 'courses.withdrawn', (_tx, course) => {
      if (course.publishedVersionId === null) throw new Problem('COURSE_NOT_PUBLISHED');
      return { withdrawnAt: course.withdrawnAt ?? this.clock.now(), publishAt: null, publishBy: null };
    });
  }

  /** @throws Problem COURSE_ARCHIVED, NOT_FOUND */
  reopen(actor: Actor, courseId: string): Promise<CourseView> {
    return this.change(actor, courseId, 'courses.reopened', (_tx, course) => {
      if (course.archivedAt !== null) throw new Problem('COURSE_ARCHIVED');
      return { withdrawnAt: null };
    });
  }

  /** Puts a course away: withdrawn, read-only, out of the list. @throws Problem NOT_FOUND */
  archive(actor: Actor, courseId: string): Promise<CourseView> {
    return this.change(actor, courseId, 'courses.archived', (_tx, course) => {
      const now = this.clock.now();
      return { archivedAt: course.archivedAt ?? now, withdrawnAt: course.withdrawnAt ?? (course.publishedVersionId === null ? null : now), publishAt: null, publishBy: null };
    });
  }

  /** @throws Problem NOT_FOUND */
  unarchive(actor: Actor, courseId: string): Promise<CourseView> {
    return this.change(actor, courseId, 'courses.unarchived', () => ({ archivedAt: null }));
  }

  /**
   * Puts a course into the recycle bin. Nobody finds it or takes it any more; who takes it goes on.
   * @returns until when it can be brought back
   * @throws Problem NOT_FOUND
   */
  remove(actor: Actor, courseId: string): Promise<Date> {
    return this.db.tx(async (tx) => {
      const course = await this.drafts.lock(tx, courseId);
      if (course === null) throw new Problem('NOT_FOUND');
      const now = this.clock.now();
      await this.drafts.update(tx, courseId, { removedAt: now, publishAt: null, publishBy: null });
      await this.record(tx, actor, courseId, 'courses.removed');
      return binUntil(now);
    });
  }

  /** @throws Problem NOT_FOUND for one that is not in the bin, or whose time there is over */
  restore(actor: Actor, courseId: string): Promise<CourseView> {
    return this.db.tx(async (tx) => {
      const removedAt = await this.drafts.lockRemoved(tx, courseId);
      if (removedAt === null || binUntil(removedAt) <= this.clock.now()) throw new Problem('NOT_FOUND');
      await this.drafts.update(tx, courseId, { removedAt: null });
      await this.record(tx, actor, courseId, 'courses.restored');
      return this.views.describe(tx, actor, courseId);
    });
  }

  private change(
    actor: Actor, courseId: string, action: string, decide: (tx: Tx, course: CourseEntity) => Partial<CourseEntity> | Promise<Partial<CourseEntity>>,
  ): Promise<CourseView> {
    return this.db.tx(async (tx) => {
      const course = await this.drafts.lock(tx, courseId);
      if (course === null) throw new Problem('NOT_FOUND');
      const change = await decide(tx, course);
      await this.drafts.update(tx, courseId, change);
      await this.record(tx, actor, courseId, action, change);
      return this.views.describe(tx, actor, courseId);
    });
  }

  private async record(tx: Tx, actor: Actor, courseId: string, action: string, details: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.audit.record(tx, { actor, action, subject: { kind: 'course', id: courseId }, details });
    if (action !== 'courses.scheduled') await this.outbox.publish(tx, courseReachChanged, { courseId });
  }
}
