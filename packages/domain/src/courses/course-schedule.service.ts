import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { AuditService } from '../audit/audit.service.js';
import { MessagesService } from '../messages/messages.service.js';
import { CourseDraftsRepository } from './course-drafts.repository.js';
import type { CourseEntity } from './course.entity.js';
import { PublishingService } from './publishing.service.js';

/** Publishes what its authors have scheduled, and tells them. */
@Injectable()
export class CourseScheduleService {
  constructor(
    private readonly db: Database,
    private readonly drafts: CourseDraftsRepository,
    private readonly publishing: PublishingService,
    private readonly messages: MessagesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were published; what is no longer ready is taken from the schedule, and its author told */
  async publishDue(): Promise<number> {
    const due = await this.db.query<{ id: string }>('select id from course where publish_at <= $1 and removed_at is null order by publish_at, id', [this.clock.now()]);
    let published = 0;
    for (const { id } of due) if (await this.db.tx((tx) => this.publishOne(tx, id))) published += 1;
    return published;
  }

  private async publishOne(tx: Tx, courseId: string): Promise<boolean> {
    const course = await this.drafts.lock(tx, courseId);
    // Somebody was faster: published by hand, moved or taken back.
    if (course === null || course.publishAt === null || course.publishBy === null || course.publishAt > this.clock.now()) return false;
    const agencyId = await this.drafts.findAgencyOf(tx, courseId);
    try {
      await this.publishing.publishNext(tx, { personId: course.publishBy, agencyId }, courseId);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'COURSE_NOT_READY') throw error;
      await this.drafts.update(tx, courseId, { publishAt: null, publishBy: null });
      await this.audit.record(tx, { agencyId, action: 'courses.schedule-failed', subject: { kind: 'course', id: courseId }, details: error.params });
      await this.tell(tx, course, course.publishBy, 'courses.schedule-failed');
      return false;
    }
    await this.tell(tx, course, course.publishBy, 'courses.published-on-schedule');
    return true;
  }

  private async tell(tx: Tx, course: CourseEntity, personId: string, kind: string): Promise<void> {
    const at = course.publishAt?.toISOString() ?? '';
    await this.messages.deliver(tx, { personId, kind, params: { course: course.title }, link: `/kelola/pelatihan/${course.id}?bagian=terbit`, naturalKey: `${kind}:${course.id}:${at}` });
  }
}
