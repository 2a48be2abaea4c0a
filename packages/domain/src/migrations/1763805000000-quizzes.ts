import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Quiz papers with their key, apart from lesson content, and attempts with every answer as it was given. */
export class Quizzes1763805000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Written once at publish, never changed. The only place of a published key.
      create table quiz_paper (
        version_id uuid not null references course_version (id) deferrable initially deferred,
        lesson_id uuid not null,
        rules jsonb not null,
        questions jsonb not null,
        primary key (version_id, lesson_id)
      );

      create table quiz_attempt (
        id uuid primary key,
        enrolment_id uuid not null references enrolment (id),
        person_id uuid not null references person (id),
        course_id uuid not null,
        version_id uuid not null,
        lesson_id uuid not null,
        number int not null,
        -- Question ids in the learner's order, and each question's option ids in theirs.
        question_order uuid[] not null,
        option_order jsonb not null,
        started_at timestamptz not null,
        deadline_at timestamptz,
        submitted_at timestamptz,
        submitted_by_deadline boolean not null default false,
        graded_at timestamptz,
        score numeric(5, 2),
        passed boolean,
        constraint quiz_attempt_number_key unique (enrolment_id, lesson_id, number),
        constraint quiz_attempt_paper_fkey foreign key (version_id, lesson_id) references quiz_paper (version_id, lesson_id),
        constraint quiz_attempt_graded_check check ((graded_at is null) = (score is null) and (score is null) = (passed is null)),
        constraint quiz_attempt_order_check check (graded_at is null or submitted_at is not null)
      );
      -- A double click starts one attempt.
      create unique index quiz_attempt_open_key on quiz_attempt (enrolment_id, lesson_id) where submitted_at is null;
      create index quiz_attempt_person_open_idx on quiz_attempt (person_id) where submitted_at is null;

      create table quiz_answer (
        attempt_id uuid not null references quiz_attempt (id),
        question_id uuid not null,
        choice uuid[] not null,
        saved_at timestamptz not null,
        primary key (attempt_id, question_id)
      ) with (fillfactor = 80);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table quiz_answer, quiz_attempt, quiz_paper');
  }
}
