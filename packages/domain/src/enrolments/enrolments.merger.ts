import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { MergeLine, MergePair, PersonMerger } from '../people/person-mergers.js';
import { PersonMergers, mergeLine, oneOrMany } from '../people/person-mergers.js';
import type { EnrolmentPair } from './enrolment-mergers.js';
import { EnrolmentMergers } from './enrolment-mergers.js';

interface EnrolmentRow {
  readonly id: string;
  readonly personId: string;
  readonly courseId: string;
  readonly course: string;
  readonly enrolledAt: Date;
  readonly completedAt: Date | null;
}

/** Enrolments. Where both records have taken a course, the one that is further stays and takes up what was done in the other. */
@Injectable()
export class EnrolmentsMerger implements PersonMerger {
  readonly key = 'enrolments';
  readonly title = { id: 'Pelatihan', en: 'Courses' };
  readonly references = { moves: ['enrolment.person_id', 'enrolment.merged_into_id'], follows: [] };

  constructor(
    private readonly features: EnrolmentMergers,
    mergers: PersonMergers,
  ) {
    mergers.add(this);
  }

  async preview(reader: Reader, pair: MergePair): Promise<MergeLine[]> {
    const rows = await this.list(reader, pair);
    const pairs = await this.pairs(reader, rows);
    const alone = rows.filter((row) => row.personId === pair.goneId && pairs.every((both) => both.keptId !== row.id && both.goneId !== row.id)).length;
    return [
      ...(alone > 0 ? [mergeLine('moves', `${alone} pelatihan ikut pindah beserta kemajuannya.`, oneOrMany(alone, '1 course moves along with its progress.', `${alone} courses move along with their progress.`))] : []),
      ...pairs.map(({ keptId }) => {
        const row = rows.find((one) => one.id === keptId);
        const [course, done] = [row?.course ?? '', row?.completedAt !== null];
        return mergeLine('joins',
          `“${course}” diikuti kedua catatan: yang ${done ? 'sudah tuntas' : 'lebih jauh'} dipertahankan, materi yang selesai di salah satunya tetap selesai.`,
          `Both records take “${course}”: the one that is ${done ? 'completed' : 'further'} stays, and what is done in either stays done.`);
      }),
    ];
  }

  async move(tx: Tx, pair: MergePair): Promise<void> {
    await tx.query('select 1 from enrolment where person_id = any($1::uuid[]) order by id for update', [[pair.keptId, pair.goneId]]);
    const pairs = await this.pairs(tx, await this.list(tx, pair));
    const [kept, gone] = [pairs.map((one) => one.keptId), pairs.map((one) => one.goneId)];
    // What had been joined to an enrolment that goes leads on to the other.
    await tx.query('update enrolment e set merged_into_id = g.kept from unnest($1::uuid[], $2::uuid[]) as g(kept, gone) where e.id = g.gone or e.merged_into_id = g.gone', [kept, gone]);
    await tx.query('update enrolment set person_id = $1 where person_id = $2', [pair.keptId, pair.goneId]);
    await tx.query(
      `update enrolment k set enrolled_at = least(k.enrolled_at, e.enrolled_at), last_activity_at = greatest(k.last_activity_at, e.last_activity_at)
       from unnest($1::uuid[], $2::uuid[]) as g(kept, gone) join enrolment e on e.id = g.gone where k.id = g.kept`,
      [kept, gone],
    );
    for (const both of pairs) for (const feature of this.features.list()) await feature.join(tx, both);
  }

  private list(reader: Reader, { keptId, goneId }: MergePair): Promise<EnrolmentRow[]> {
    return reader.query<EnrolmentRow>(
      `select e.id, e.person_id as "personId", e.course_id as "courseId", c.title as course, e.enrolled_at as "enrolledAt", e.completed_at as "completedAt"
       from enrolment e join course c on c.id = e.course_id where e.person_id = any($1::uuid[]) and e.merged_into_id is null order by c.title, e.id`,
      [[keptId, goneId]],
    );
  }

  /** Completed goes before not completed (the earlier completion first), then more progress, then the earlier enrolment. */
  private async pairs(reader: Reader, rows: readonly EnrolmentRow[]): Promise<EnrolmentPair[]> {
    const both = [...Map.groupBy(rows, (row) => row.courseId).values()].filter((of) => of.length === 2);
    const progress = new Map<string, number>();
    for (const feature of this.features.list()) {
      for (const [id, done] of (await feature.progress?.(reader, both.flat().map((row) => row.id))) ?? []) progress.set(id, (progress.get(id) ?? 0) + done);
    }
    const never = Number.MAX_SAFE_INTEGER;
    const rank = (row: EnrolmentRow) => [row.completedAt?.getTime() ?? never, -(progress.get(row.id) ?? 0), row.enrolledAt.getTime()] as const;
    return both.map((of) => {
      const [first, second] = of.toSorted((a, b) => compare(rank(a), rank(b)));
      return { keptId: first?.id ?? '', goneId: second?.id ?? '' };
    });
  }
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) if (value !== other[index]) return value - (other[index] ?? 0);
  return 0;
}
