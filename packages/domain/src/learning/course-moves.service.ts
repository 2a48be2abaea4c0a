import { Injectable } from '@nestjs/common';
import type { CompiledCourse } from '@pamong/contract/course-content';
import type { Reader } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import type { LearnerCounter, LearnersAffected } from '../courses/course-learners.js';
import { CourseLearners } from '../courses/course-learners.js';
import { LearningService } from './learning.service.js';
import { lessonsOf } from './locks.rules.js';

/** Learners moved in one transaction. */
const chunk = 200;

/** A new version and those who take the course: whom it would concern, and moving them to it. */
@Injectable()
export class CourseMovesService implements LearnerCounter {
  constructor(
    private readonly db: Database,
    private readonly learning: LearningService,
    learners: CourseLearners,
  ) {
    learners.join(this);
  }

  async count(reader: Reader, courseId: string, before: CompiledCourse | null, after: CompiledCourse): Promise<LearnersAffected> {
    const old = new Map(before === null ? [] : lessonsOf(before).map((lesson) => [lesson.id, lesson]));
    const now = lessonsOf(after);
    const required = now.filter((lesson) => lesson.required && old.get(lesson.id)?.required !== true).map((lesson) => lesson.id);
    const removed = [...old.keys()].filter((id) => !now.some((lesson) => lesson.id === id));
    const locks = now.flatMap((lesson) => lesson.requires.filter((id) => old.get(lesson.id)?.requires.includes(id) === false).map((id) => ({ lesson: lesson.id, waits: id })));
    const [row] = await reader.query<LearnersAffected>(
      `select count(*) filter (where completed_at is null)::int as "inProgress",
         count(*) filter (where completed_at is not null)::int as completed,
         count(*) filter (where completed_at is null and exists (
           select from unnest($2::uuid[]) as needed (id)
           where not exists (select from lesson_progress p where p.enrolment_id = e.id and p.lesson_id = needed.id and p.completed_at is not null)))::int as "needMore",
         count(*) filter (where completed_at is null and exists (
           select from lesson_progress p where p.enrolment_id = e.id and p.lesson_id = any($3::uuid[])))::int as "loseLessons",
         count(*) filter (where completed_at is null and exists (
           select from unnest($4::uuid[], $5::uuid[]) as lock (lesson, waits)
           join lesson_progress p on p.enrolment_id = e.id and p.lesson_id = lock.lesson and p.completed_at is null
           where not exists (select from lesson_progress d where d.enrolment_id = e.id and d.lesson_id = lock.waits and d.completed_at is not null)))::int as locked
       from enrolment e where e.course_id = $1 and e.merged_into_id is null`,
      [courseId, required, removed, locks.map((lock) => lock.lesson), locks.map((lock) => lock.waits)],
    );
    return row ?? { inProgress: 0, completed: 0, needMore: 0, loseLessons: 0, locked: 0 };
  }

  /**
   * Moves everybody who has not completed the course to a version, if it is still the newest; what they completed stays completed,
   * and whoever thereby meets every rule completes the course. Killed in the middle and run again, it goes on where it was.
   * @returns how many it moved
   */
  async moveTo(courseId: string, versionId: string): Promise<number> {
    let moved = 0;
    for (;;) {
      const some = await this.db.tx(async (tx) => {
        const rows = await tx.query<{ id: string }>(
          `update enrolment set version_id = $2 where id in (
             select e.id from enrolment e join course c on c.id = e.course_id and c.published_version_id = $2
             where e.course_id = $1 and e.completed_at is null and e.merged_into_id is null and e.version_id <> $2 order by e.id limit ${chunk} for no key update of e)
           returning id`,
          [courseId, versionId],
        );
        for (const { id } of rows) await this.learning.progressChanged(tx, id);
        return rows.length;
      });
      if (some === 0) return moved;
      moved += some;
    }
  }
}
