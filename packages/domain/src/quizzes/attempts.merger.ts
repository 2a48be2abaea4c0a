import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Outbox } from '@pamong/platform/outbox/outbox';
import type { EnrolmentMerger, EnrolmentPair } from '../enrolments/enrolment-mergers.js';
import { EnrolmentMergers } from '../enrolments/enrolment-mergers.js';
import { LearningService } from '../learning/learning.service.js';
import type { MergeLine, MergePair, PersonMerger } from '../people/person-mergers.js';
import { PersonMergers, mergeLine, oneOrMany } from '../people/person-mergers.js';
import { gradeAttempt } from './quizzes.jobs.js';

/** Attempts at quizzes: all of them count, in the order in which they were begun. */
@Injectable()
export class AttemptsMerger implements PersonMerger, EnrolmentMerger {
  readonly key = 'quizzes';
  readonly title = { id: 'Kuis', en: 'Quizzes' };
  readonly references = { moves: ['quiz_attempt.person_id', 'quiz_attempt.enrolment_id'], follows: [] };

  constructor(
    private readonly learning: LearningService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    mergers: PersonMergers,
    enrolments: EnrolmentMergers,
  ) {
    mergers.add(this);
    enrolments.add(this);
  }

  async preview(reader: Reader, { goneId }: MergePair): Promise<MergeLine[]> {
    const [row] = await reader.query<{ attempts: number; open: number }>(
      `select count(*)::int as attempts, count(*) filter (where a.submitted_at is null)::int as open
       from quiz_attempt a join enrolment e on e.id = a.enrolment_id where e.person_id = $1`,
      [goneId],
    );
    const { attempts, open } = row ?? { attempts: 0, open: 0 };
    return [
      ...(attempts > 0 ? [mergeLine('moves', `${attempts} percobaan kuis ikut pindah; nilai terbaik tetap berlaku.`, oneOrMany(attempts, '1 quiz attempt moves along; the best score stays.', `${attempts} quiz attempts move along; the best score stays.`))] : []),
      ...(open > 0 ? [mergeLine('stays', 'Kuis yang sedang dikerjakan di kedua catatan: yang lebih lama dikumpulkan dengan jawaban yang ada.', 'Of a quiz that is open under both records, the older attempt is handed in with the answers that are there.')] : []),
    ];
  }

  async move(tx: Tx, { keptId, goneId }: MergePair): Promise<void> {
    await tx.query('update quiz_attempt set person_id = $1 where person_id = $2 and enrolment_id in (select id from enrolment where person_id in ($1, $2))', [keptId, goneId]);
  }

  async join(tx: Tx, { keptId, goneId }: EnrolmentPair): Promise<void> {
    const handedIn = await tx.query<{ id: string }>(
      `update quiz_attempt a set submitted_at = least($3::timestamptz, a.deadline_at)
       where a.enrolment_id = any($1::uuid[]) and a.submitted_at is null and exists (
         select from quiz_attempt o where o.enrolment_id = any($1::uuid[]) and o.enrolment_id <> a.enrolment_id and o.lesson_id = a.lesson_id
           and o.submitted_at is null and (o.started_at, o.enrolment_id = $2) > (a.started_at, a.enrolment_id = $2))
       returning a.id`,
      [[keptId, goneId], keptId, this.clock.now()],
    );
    for (const { id } of handedIn) await this.outbox.add(tx, gradeAttempt, { attemptId: id });
    // Numbers are unique at every moment, so they go by way of negative ones.
    await tx.query(
      `update quiz_attempt a set enrolment_id = $1, number = -n.number from (
         select id, row_number() over (partition by lesson_id order by started_at, id) as number from quiz_attempt
         where enrolment_id = any($2::uuid[]) and lesson_id in (select lesson_id from quiz_attempt where enrolment_id = $3)) n
       where a.id = n.id`,
      [keptId, [keptId, goneId], goneId],
    );
    await tx.query('update quiz_attempt set number = -number where enrolment_id = $1 and number < 0', [keptId]);
    const results = await tx.query<{ lessonId: string; bestScore: number | null; passed: boolean; attempts: number }>(
      `select lesson_id as "lessonId", max(score)::float8 as "bestScore", coalesce(bool_or(passed), false) as passed, count(*)::int as attempts
       from quiz_attempt where enrolment_id = $1 group by lesson_id`,
      [keptId],
    );
    for (const { lessonId, bestScore, passed, attempts } of results) {
      if (bestScore === null) continue;
      const change = { enrolmentId: keptId, lessonId, detail: { bestScore, passed, attempts } };
      if (passed) await this.learning.completeLesson(tx, change);
      else await this.learning.noteDetail(tx, change);
    }
  }
}
