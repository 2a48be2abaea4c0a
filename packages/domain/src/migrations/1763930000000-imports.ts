import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports of people and units: the batch, and each row of its file with what the dry run found and what came of it. */
export class Imports1763930000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import_batch (
        id uuid primary key,
        agency_id uuid not null references organisation (id),
        -- The batch reads and writes at this place and below: the agency, or the unit of a unit's admin.
        organisation_id uuid not null references organisation (id),
        kind text not null check (kind in ('people', 'units')),
        state text not null
          check (state in ('checking', 'mapping', 'checked', 'applying', 'applied', 'undoing', 'undone', 'refused', 'failed')),
        file_name text not null check (length(file_name) between 1 and 255),
        file_bytes int not null check (file_bytes >= 0),
        -- Null once the retention is over; the counts stay.
        file_key text,
        refusal jsonb,
        headers jsonb not null default '[]',
        mapping jsonb not null default '{}',
        -- Grows with every dry run, so that an older one still under way notices that it is no longer wanted.
        run int not null default 1,
        done int not null default 0,
        total int not null default 0,
        -- The day from which the changes count; fixed when the apply begins, so that a job that goes on tomorrow writes the same.
        effective_on date,
        created_by uuid not null references person (id),
        created_at timestamptz not null,
        checked_at timestamptz,
        applied_at timestamptz,
        undone_at timestamptz
      );
      create index import_batch_agency_idx on import_batch (agency_id, created_at desc);

      create table import_row (
        batch_id uuid not null references import_batch (id),
        -- As the spreadsheet numbers it, the header being 1.
        row int not null,
        verdict text not null check (verdict in ('new', 'changed', 'same', 'error')),
        -- Null until the apply came to the row.
        outcome text check (outcome in ('applied', 'failed', 'undone', 'kept')),
        -- In this order the apply writes, and backwards the undo: whoever stands above another comes first.
        position int not null,
        label text not null,
        -- As the file has them, for the file of failed rows; null where nothing can fail.
        cells jsonb,
        -- As the apply writes it.
        data jsonb,
        faults jsonb not null default '[]',
        changes jsonb not null default '[]',
        -- Given out by the dry run for what is new: whoever applies the row twice writes one person.
        subject_id uuid,
        -- What the dry run saw and what the apply left: another number later means that somebody has changed it since.
        revision_seen int,
        revision_left int,
        -- The subject with its histories before the apply, for the undo.
        before jsonb,
        primary key (batch_id, row)
      );
      create index import_row_verdict_idx on import_row (batch_id, verdict, row);
      create index import_row_outcome_idx on import_row (batch_id, outcome, position) where verdict in ('new', 'changed');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table import_row, import_batch');
  }
}
