import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes behind references to people and units: whoever takes back an import removes thousands of them, and the database looks
 * through every table that refers to them, row by row.
 */
export class ReferencesToPeople1763960000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index person_merged_into_idx on person (merged_into_id) where merged_into_id is not null;
      create index organisation_merged_into_idx on organisation (merged_into_id) where merged_into_id is not null;
      create index organisation_event_actor_idx on organisation_event (actor_person_id) where actor_person_id is not null;
      create index import_batch_created_by_idx on import_batch (created_by);
      create index import_batch_organisation_idx on import_batch (organisation_id);
      -- The exclusion constraints have GiST indexes, which find a person's rows several times slower.
      -- Right after a large import statistics are old; without this index the numbers of everybody are read for each person.
      create index person_number_person_current_idx on person_number (person_id) where valid_until is null;
      create index person_unit_person_idx on person_unit (person_id);
      create index person_status_person_idx on person_status (person_id);
      create index person_supervisor_person_idx on person_supervisor (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index person_merged_into_idx, organisation_merged_into_idx, organisation_event_actor_idx, import_batch_created_by_idx,
        import_batch_organisation_idx, person_unit_person_idx, person_status_person_idx, person_supervisor_person_idx,
        person_number_person_current_idx;
    `);
  }
}
