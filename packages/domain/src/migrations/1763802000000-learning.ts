import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Enrolments and progress in lessons. */
export class Learning1763802000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table enrolment (
        id uuid primary key,
        person_id uuid not null references person (id),
        course_id uuid not null references course (id),
        version_id uuid not null references course_version (id),
        name_on_certificate text not null check (length(name_on_certificate) between 1 and 200),
        enrolled_at timestamptz not null,
        last_activity_at timestamptz not null,
        completed_at timestamptz,
        constraint enrolment_person_course_key unique (person_id, course_id)
      );
      create index enrolment_course_idx on enrolment (course_id);

      create table lesson_progress (
        enrolment_id uuid not null references enrolment (id),
        lesson_id uuid not null,
        opened_at timestamptz not null,
        completed_at timestamptz,
        detail jsonb not null default '{}',
        primary key (enrolment_id, lesson_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lesson_progress, enrolment');
  }
}
