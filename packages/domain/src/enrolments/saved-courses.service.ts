import { Injectable } from '@nestjs/common';
import type { SavedCourse } from '@pamong/contract/enrolments';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import type * as z from 'zod';
import type { Actor } from '../access/actor.js';
import { CoursesService } from '../courses/courses.service.js';

/** Courses that people keep for later. */
@Injectable()
export class SavedCoursesService {
  constructor(
    private readonly db: Database,
    private readonly courses: CoursesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a published course; twice is once.
   * @throws Problem NOT_FOUND for one that the person may not see
   */
  async save(actor: Actor, courseId: string): Promise<void> {
    const place = await this.courses.placeOf(this.db, courseId);
    const seen = place !== null && place.publishedVersionId !== null && (place.visibility === 'public' || place.agencyId === actor.agencyId);
    if (!seen) throw new Problem('NOT_FOUND');
    await this.db.query('insert into saved_course (person_id, course_id, saved_at) values ($1, $2, $3) on conflict do nothing', [actor.personId, courseId, this.clock.now()]);
  }

  async forget(actor: Actor, courseId: string): Promise<void> {
    await this.db.query('delete from saved_course where person_id = $1 and course_id = $2', [actor.personId, courseId]);
  }

  /** The latest first; what was withdrawn or became another agency's own is left out. */
  async list(actor: Actor): Promise<z.input<typeof SavedCourse>[]> {
    const rows = await this.db.query<{ versionId: string; savedAt: Date }>(
      `select c.published_version_id as "versionId", s.saved_at as "savedAt"
       from saved_course s join course c on c.id = s.course_id join organisation o on o.id = c.owner_id
       where s.person_id = $1 and c.removed_at is null and c.withdrawn_at is null and c.published_version_id is not null and (c.visibility = 'public' or o.agency_id = $2)
       order by s.saved_at desc, c.id limit 200`,
      [actor.personId, actor.agencyId],
    );
    return Promise.all(rows.map(async ({ versionId, savedAt }) => {
      const { courseId, code, title, organiser, minutes, jp, cover } = await this.courses.compiled(this.db, versionId);
      return { courseId, code, title, organiser: organiser.shortName, minutes, jp, cover, savedAt: savedAt.toISOString() };
    }));
  }
}
