import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { QuizAnswerEntity } from './quiz-answer.entity.js';
import type { QuizAttemptEntity } from './quiz-attempt.entity.js';

/**
 * Seconds after the deadline in which an answer that was on its way is still taken.
 */
export const graceSeconds = 15;

/** An attempt and what was answered in it. */
export interface AttemptWithAnswers {
  readonly attempt: QuizAttemptEntity;
  readonly answers: readonly QuizAnswerEntity[];
}

/** A learner's standing in one quiz, as the outline shows it. */
export interface QuizResults {
  readonly bestScore: number;
  readonly passed: boolean;
  readonly attempts: number;
}

/** An answer on its way into the database. */
export interface GivenAnswer {
  readonly attemptId: string;
  readonly personId: string;
  readonly questionId: string;
  readonly choice: readonly string[];
  readonly at: Date;
}

/** Names an answer's row, also where somebody writes ids in capitals. */
export function answerKey({ attemptId, questionId }: Pick<GivenAnswer, 'attemptId' | 'questionId'>): string {
  return `${attemptId} ${questionId}`.toLowerCase();
}

/** An answer in the database's JSON. */
type SavedText = Pick<QuizAnswerEntity, 'questionId' | 'choice'> & { readonly savedAt: string };

/** Plain SQL: a quiz is taken by hundreds at the same minute. */
const columns = `id, enrolment_id as "enrolmentId", person_id as "personId", course_id as "courseId", version_id as "versionId", lesson_id as "lessonId",
  number, question_order as "questionOrder", option_order as "optionOrder", started_at as "startedAt", deadline_at as "deadlineAt",
  submitted_at as "submittedAt", submitted_by_deadline as "submittedByDeadline", graded_at as "gradedAt", score::float8 as score, passed`;

@Injectable()
export class QuizAttemptsRepository {
  /** An attempt with every answer in it; of one person, or of anyone. */
  async findWithAnswers(reader: Reader, id: string, personId: string | null): Promise<AttemptWithAnswers | null> {
    const [row] = await reader.query<{ answers: readonly SavedText[] } & QuizAttemptEntity>(
      `select ${columns}, (
         select coalesce(json_agg(json_build_object('questionId', question_id, 'choice', choice, 'savedAt', saved_at)), '[]')
         from quiz_answer where attempt_id = quiz_attempt.id) as answers
       from quiz_attempt where id = $1 and ($2::uuid is null or person_id = $2)`,
      [id, personId],
    );
    if (row === undefined) return null;
    const { answers, ...attempt } = row;
    return { attempt, answers: answers.map((answer) => ({ ...answer, attemptId: id, savedAt: new Date(answer.savedAt) })) };
  }

  async findOwn(reader: Reader, personId: string, id: string): Promise<QuizAttemptEntity | null> {
    const [row] = await reader.query<QuizAttemptEntity>(`select ${columns} from quiz_attempt where id = $1 and person_id = $2`, [id, personId]);
    return row ?? null;
  }

  /** A learner's attempts at one quiz, the first one first. */
  list(reader: Reader, enrolmentId: string, lessonId: string): Promise<QuizAttemptEntity[]> {
    return reader.query<QuizAttemptEntity>(`select ${columns} from quiz_attempt where enrolment_id = $1 and lesson_id = $2 order by number`, [enrolmentId, lessonId]);
  }

  /** Attempts in which a person can still answer. */
  listOpen(reader: Reader, personId: string): Promise<QuizAttemptEntity[]> {
    return reader.query<QuizAttemptEntity>(`select ${columns} from quiz_attempt where person_id = $1 and submitted_at is null`, [personId]);
  }

  /** @returns false when the learner has an open attempt already */
  async insert(reader: Reader, attempt: QuizAttemptEntity): Promise<boolean> {
    const rows = await reader.query(
      `insert into quiz_attempt (id, enrolment_id, person_id, course_id, version_id, lesson_id, number, question_order, option_order, started_at, deadline_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`,
      [
        attempt.id, attempt.enrolmentId, attempt.personId, attempt.courseId, attempt.versionId, attempt.lessonId, attempt.number,
        attempt.questionOrder, JSON.stringify(attempt.optionOrder), attempt.startedAt, attempt.deadlineAt,
      ],
    );
    return rows.length === 1;
  }

  /**
   * Saves answers while their attempts take answers and the choices are on their papers; hot, one statement. The share lock makes
   * a submission wait for it, so that what was acknowledged is graded.
   * @param given no two for one question of an attempt
   * @returns for each whether it was saved
   */
  async saveAnswers(reader: Reader, given: readonly GivenAnswer[]): Promise<boolean[]> {
    const rows = await reader.query<{ attemptId: string; questionId: string }>(
      `with taken as (
         select a.id, g."questionId", g.choice, g.at
         from jsonb_to_recordset($1::jsonb) as g("attemptId" uuid, "personId" uuid, "questionId" text, choice text[], at timestamptz)
         join quiz_attempt a on a.id = g."attemptId" and a.person_id = g."personId"
         where a.submitted_at is null
           and (a.deadline_at is null or a.deadline_at > g.at - interval '${graceSeconds} seconds')
           and a.option_order -> g."questionId" ?& g.choice
         order by a.id, g."questionId" for share of a)
       insert into quiz_answer (attempt_id, question_id, choice, saved_at)
       select id, "questionId"::uuid, choice::uuid[], at from taken
       on conflict (attempt_id, question_id) do update set choice = excluded.choice, saved_at = excluded.saved_at
       returning attempt_id as "attemptId", question_id as "questionId"`,
      [JSON.stringify(given)],
    );
    const saved = new Set(rows.map(answerKey));
    return given.map((answer) => saved.has(answerKey(answer)));
  }

  /** The change that submits an attempt, for the outbox to make with its job; it returns the attempt unless that was submitted before. */
  submission(personId: string, attemptId: string, now: Date): { readonly sql: string; readonly params: readonly unknown[] } {
    return {
      sql: `update quiz_attempt set submitted_at = least($3::timestamptz, deadline_at) where id = $1 and person_id = $2 and submitted_at is null returning ${columns}`,
      params: [attemptId, personId, now],
    };
  }

  /** @returns whether the deadline (with its grace) was over and this call submitted it */
  async submitAtDeadline(tx: Tx, attemptId: string, now: Date): Promise<boolean> {
    const rows = await tx.query(
      `update quiz_attempt set submitted_at = deadline_at, submitted_by_deadline = true
       where id = $1 and submitted_at is null and deadline_at <= $2::timestamptz - interval '${graceSeconds} seconds' returning id`,
      [attemptId, now],
    );
    return rows.length === 1;
  }

  /**
   * Stores a result; the caller holds the enrolment's lock, so that no other attempt is graded meanwhile.
   * @returns the learner's results in this quiz with this one; null when it was stored before
   */
  async storeGrade(tx: Tx, attemptId: string, grade: { score: number; passed: boolean; at: Date }): Promise<QuizResults | null> {
    const [row] = await tx.query<QuizResults>(
      `with graded as (
         update quiz_attempt set graded_at = $2, score = $3, passed = $4
         where id = $1 and submitted_at is not null and graded_at is null returning enrolment_id, lesson_id, score, passed)
       select greatest(graded.score, max(other.score))::float8 as "bestScore", graded.passed or coalesce(bool_or(other.passed), false) as passed,
              (count(other.id) + 1)::int as attempts
       from graded left join quiz_attempt other on other.enrolment_id = graded.enrolment_id and other.lesson_id = graded.lesson_id and other.id <> $1
       group by graded.score, graded.passed`,
      [attemptId, grade.at, grade.score, grade.passed],
    );
    return row ?? null;
  }

  /** Best results of a learner in the final quizzes of the version that they take; a quiz not tried yet has no score. */
  listFinalResults(reader: Reader, enrolmentId: string): Promise<{ lessonId: string; attempts: number; best: number | null; passed: boolean }[]> {
    return reader.query(
      `select q.lesson_id as "lessonId", count(a.id)::int as attempts, max(a.score)::float8 as best, coalesce(bool_or(a.passed), false) as passed
       from enrolment e
       join quiz_paper q on q.version_id = e.version_id and (q.rules ->> 'final')::boolean
       left join quiz_attempt a on a.enrolment_id = e.id and a.lesson_id = q.lesson_id
       where e.id = $1 group by q.lesson_id`,
      [enrolmentId],
    );
  }
}
