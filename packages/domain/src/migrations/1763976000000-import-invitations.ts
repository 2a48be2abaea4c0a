import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is having the people of an import invited just now; a job does it. */
export class ImportInvitations1763976000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import_batch add column inviting_by uuid references person (id);
      create index import_batch_inviting_by_idx on import_batch (inviting_by) where inviting_by is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table import_batch drop column inviting_by');
  }
}
