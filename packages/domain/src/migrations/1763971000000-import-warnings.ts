import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the dry run of an import found worth a second look, besides the verdict of the row. */
export class ImportWarnings1763971000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import_row add column warnings jsonb not null default '[]';
      create index import_row_warned_idx on import_row (batch_id, row) where warnings <> '[]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table import_row drop column warnings');
  }
}
