import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which side asked for a transfer, why the other declined, and when the person went. */
export class Transfers1763946000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person_transfer
        add column asked_by text not null default 'from' check (asked_by in ('from', 'to')),
        add column decision_note text check (length(decision_note) between 1 and 500),
        add column applied_at timestamptz;
      alter table person_transfer alter column asked_by drop default;
      create index person_transfer_from_idx on person_transfer (from_agency_id, state);
      create index person_transfer_waiting_idx on person_transfer (effective_on) where state = 'accepted' and applied_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index person_transfer_from_idx, person_transfer_waiting_idx;
      alter table person_transfer drop column asked_by, drop column decision_note, drop column applied_at;
    `);
  }
}
