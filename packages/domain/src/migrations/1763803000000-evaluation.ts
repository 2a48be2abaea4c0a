import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * That somebody filled a form, and what was answered, in two tables that share no key and no time:
 * ids of responses are random rather than ordered, and only the month is kept.
 */
export class Evaluation1763803000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table evaluation_filled (
        enrolment_id uuid not null references enrolment (id),
        form_key text not null,
        -- The instructor's id, or '' where the form is about no person.
        subject_key text not null,
        constraint evaluation_filled_pkey primary key (enrolment_id, form_key, subject_key)
      );

      create table evaluation_response (
        id uuid primary key,
        course_id uuid not null references course (id),
        version_id uuid not null references course_version (id),
        form_key text not null,
        subject_id uuid references person (id),
        ratings smallint[] not null,
        suggestion text not null,
        month date not null
      );
      create index evaluation_response_course_idx on evaluation_response (course_id, form_key);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table evaluation_response, evaluation_filled');
  }
}
