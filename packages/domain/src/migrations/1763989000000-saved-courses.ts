import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Courses that people keep for later. */
export class SavedCourses1763989000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table saved_course (
        person_id uuid not null references person (id),
        course_id uuid not null references course (id),
        saved_at timestamptz not null,
        primary key (person_id, course_id)
      );
      create index saved_course_course_idx on saved_course (course_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table saved_course');
  }
}
