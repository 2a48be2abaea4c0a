import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { EnrolmentMerger, EnrolmentPair } from '../enrolments/enrolment-mergers.js';
import { EnrolmentMergers } from '../enrolments/enrolment-mergers.js';
import { LearningService } from '../learning/learning.service.js';
import type { MergeLine, MergePair, PersonMerger } from '../people/person-mergers.js';
import { PersonMergers, mergeLine, oneOrMany } from '../people/person-mergers.js';

/** Seconds that were watched under one record or the other were watched. */
@Injectable()
export class WatchingMerger implements PersonMerger, EnrolmentMerger {
  readonly key = 'video';
  readonly title = { id: 'Rekaman', en: 'Recordings' };
  readonly references = { moves: ['watch_viewing.person_id', 'watch_state.enrolment_id'], follows: [] };

  constructor(
    private readonly learning: LearningService,
    private readonly clock: Clock,
    mergers: PersonMergers,
    enrolments: EnrolmentMergers,
  ) {
    mergers.add(this);
    enrolments.add(this);
  }

  async preview(reader: Reader, { goneId }: MergePair): Promise<MergeLine[]> {
    const [row] = await reader.query<{ count: number }>('select count(*)::int as count from watch_state s join enrolment e on e.id = s.enrolment_id where e.person_id = $1', [goneId]);
    const count = row?.count ?? 0;
    return count === 0 ? [] : [mergeLine('joins', `Detik yang ditonton pada ${count} rekaman ikut dihitung.`, oneOrMany(count, 'The seconds watched of 1 recording count.', `The seconds watched of ${count} recordings count.`))];
  }

  /** A viewing of the record that goes ends: its sessions do. */
  async move(tx: Tx, { keptId, goneId }: MergePair): Promise<void> {
    await tx.query('update watch_viewing set ended_at = $2 where person_id = $1 and ended_at is null', [goneId, this.clock.now()]);
    // By way of the enrolments of both: there is an index for it.
    await tx.query('update watch_viewing set person_id = $1 where person_id = $2 and enrolment_id in (select id from enrolment where person_id in ($1, $2))', [keptId, goneId]);
  }

  async join(tx: Tx, { keptId, goneId }: EnrolmentPair): Promise<void> {
    // Whoever watches goes on in the enrolment that counts.
    await tx.query('update watch_viewing set ended_at = $2 where enrolment_id = $1 and ended_at is null', [goneId, this.clock.now()]);
    const rows = await tx.query<{ lessonId: string; covered: number; length: number; enough: boolean; completed: boolean }>(
      `insert into watch_state as k (enrolment_id, lesson_id, length, needed, seconds, covered, position_ms, completed_at, updated_at)
       select $1, lesson_id, length, needed, seconds, covered, position_ms, completed_at, updated_at from watch_state where enrolment_id = $2
       on conflict (enrolment_id, lesson_id) do update set
         seconds = k.seconds + (excluded.seconds * int4multirange(int4range(0, k.length))),
         covered = (select coalesce(sum(upper(r) - lower(r)), 0)::int from unnest(k.seconds + (excluded.seconds * int4multirange(int4range(0, k.length)))) r),
         position_ms = case when excluded.updated_at > k.updated_at then excluded.position_ms else k.position_ms end,
         completed_at = least(k.completed_at, excluded.completed_at), updated_at = greatest(k.updated_at, excluded.updated_at)
       returning lesson_id as "lessonId", covered, length, covered >= needed as enough, completed_at is not null as completed`,
      [keptId, goneId],
    );
    for (const { lessonId, covered, length, enough, completed } of rows) {
      const change = { enrolmentId: keptId, lessonId, detail: { coverage: Math.round((covered * 100) / length) / 100 } };
      if (!enough && !completed) await this.learning.noteDetail(tx, change);
      else {
        await this.learning.completeLesson(tx, change);
        await tx.query('update watch_state set completed_at = coalesce(completed_at, $3) where enrolment_id = $1 and lesson_id = $2', [keptId, lessonId, this.clock.now()]);
      }
    }
  }
}
