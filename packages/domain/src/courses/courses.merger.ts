import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { MergeLine, MergePair, PersonMerger } from '../people/person-mergers.js';
import { PersonMergers, mergeLine, oneOrMany } from '../people/person-mergers.js';

/** Who teaches a course. Who made or published one is history, and published versions never change. */
@Injectable()
export class CoursesMerger implements PersonMerger {
  readonly key = 'courses';
  readonly title = { id: 'Pengajar', en: 'Teaching' };
  readonly references = {
    // Whoever set the day of a publishing publishes with their rights, which are the other record's by then.
    moves: ['course_instructor.person_id', 'course.publish_by'],
    follows: ['course.created_by', 'course_version.published_by', 'course_picture.created_by', 'lesson.updated_by', 'lesson_revision.saved_by'],
  };

  constructor(mergers: PersonMergers) {
    mergers.add(this);
  }

  async preview(reader: Reader, { goneId }: MergePair): Promise<MergeLine[]> {
    const [row] = await reader.query<{ count: number }>('select count(*)::int as count from course_instructor where person_id = $1', [goneId]);
    const count = row?.count ?? 0;
    return count === 0 ? [] : [mergeLine('moves', `Pengajar pada ${count} pelatihan ikut pindah. Versi yang sudah terbit tetap menyebut nama yang lama.`, oneOrMany(count, 'The teaching of 1 course moves along. Published versions go on showing the name as it was.', `The teaching of ${count} courses moves along. Published versions go on showing the name as it was.`))];
  }

  async move(tx: Tx, { keptId, goneId }: MergePair): Promise<void> {
    await tx.query('delete from course_instructor g where g.person_id = $2 and exists (select from course_instructor k where k.course_id = g.course_id and k.person_id = $1)', [keptId, goneId]);
    await tx.query('update course set publish_by = $1 where publish_by = $2', [keptId, goneId]);
    await tx.query('update course_instructor set person_id = $1 where person_id = $2', [keptId, goneId]);
  }
}
