import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People from outside who registered themselves: what they say of where they come from. */
export class Outsiders1763950000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outside_person (
        person_id uuid primary key references person (id),
        -- Printed on certificates in place of unit and agency.
        affiliation text not null check (length(affiliation) between 1 and 200),
        -- A number of their own agency, such as an NRP; never a NIK.
        number text check (number !~ '^[0-9]{16}$'),
        registered_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table outside_person');
  }
}
