import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two records of one person become one: the record that goes names the one that stays. */
export class Merging1763985000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person add constraint person_merged_check check (merged_into_id <> id);
      -- Who else was born that day; and whose number it was once, to sign in with.
      create index person_birth_date_idx on person (birth_date) where birth_date is not null and merged_into_id is null;
      create index person_number_number_idx on person_number (number);

      -- Both records had taken the course: what was done in one of the enrolments is counted in the other, and the row stays as history.
      alter table enrolment add column merged_into_id uuid references enrolment (id);
      alter table enrolment add constraint enrolment_merged_check check (merged_into_id <> id);
      create index enrolment_merged_into_idx on enrolment (merged_into_id) where merged_into_id is not null;
      alter table enrolment drop constraint enrolment_person_course_key;
      create unique index enrolment_person_course_key on enrolment (person_id, course_id) where merged_into_id is null;
    `);
  }

  /** A person with two enrolments in a course cannot go back to the old rule: such a database refuses, rather than lose one. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index enrolment_person_course_key;
      alter table enrolment add constraint enrolment_person_course_key unique (person_id, course_id);
      alter table enrolment drop column merged_into_id;
      drop index person_number_number_idx, person_birth_date_idx;
      alter table person drop constraint person_merged_check;
    `);
  }
}
