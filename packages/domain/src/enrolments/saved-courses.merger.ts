import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { MergeLine, MergePair, PersonMerger } from '../people/person-mergers.js';
import { PersonMergers, mergeLine } from '../people/person-mergers.js';

/** Saved courses of two records become one list. */
@Injectable()
export class SavedCoursesMerger implements PersonMerger {
  readonly key = 'saved-courses';
  readonly title = { id: 'Pelatihan tersimpan', en: 'Saved courses' };
  readonly references = { moves: ['saved_course.person_id'], follows: [] };

  constructor(mergers: PersonMergers) {
    mergers.add(this);
  }

  async preview(reader: Reader, { goneId }: MergePair): Promise<MergeLine[]> {
    const [row] = await reader.query<{ count: number }>('select count(*)::int as count from saved_course where person_id = $1', [goneId]);
    const count = row?.count ?? 0;
    return count === 0 ? [] : [mergeLine('moves', `${count} pelatihan tersimpan ikut pindah.`, `${count} saved courses move along.`)];
  }

  async move(tx: Tx, { keptId, goneId }: MergePair): Promise<void> {
    await tx.query(
      `with gone as (delete from saved_course where person_id = $2 returning course_id, saved_at)
       insert into saved_course (person_id, course_id, saved_at) select $1, course_id, saved_at from gone on conflict do nothing`,
      [keptId, goneId],
    );
  }
}
