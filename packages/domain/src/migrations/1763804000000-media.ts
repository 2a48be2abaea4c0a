import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recordings, and the key that their addresses are sealed with. */
export class Media1763804000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table media_asset (
        id uuid primary key,
        owner_id uuid not null references organisation (id),
        agency_id uuid not null references organisation (id),
        uploaded_by uuid references person (id),
        status text not null check (status in ('uploading', 'waiting', 'processing', 'ready', 'refused', 'failed')),
        file_name text not null check (length(file_name) between 1 and 255),
        bytes bigint not null check (bytes between 1 and 4294967296),
        progress real not null check (progress between 0 and 1),
        refusal text,
        facts jsonb,
        renditions jsonb not null,
        captions jsonb not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        removed_at timestamptz,
        constraint media_asset_refusal_check check ((status = 'refused') = (refusal is not null))
      );
      create index media_asset_agency_idx on media_asset (agency_id) where removed_at is null;
      create index media_asset_owner_idx on media_asset (owner_id);
      create index media_asset_uploading_idx on media_asset (created_at) where status = 'uploading' and removed_at is null;

      -- One secret for every API of the installation; it seals addresses that live for hours, nothing else.
      create table media_key (
        id int primary key check (id = 1),
        secret bytea not null,
        created_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table media_key, media_asset');
  }
}
