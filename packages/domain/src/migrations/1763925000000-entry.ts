import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Getting in: one-time links and codes, limits on asking for them, and addresses that somebody has proved. */
export class Entry1763925000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Printed for people without mail. The hash is argon2id, since a code that people can copy by hand is short.
      create table activation_code (
        id uuid primary key,
        person_id uuid not null references person (id),
        code_hash text not null,
        created_by uuid not null references person (id),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        failures int not null default 0,
        used_at timestamptz,
        revoked_at timestamptz
      );
      create unique index activation_code_open_key on activation_code (person_id) where used_at is null and revoked_at is null;

      -- Only the SHA-256 of a token is kept; the token itself is in the mail.
      create table one_time_token (
        id uuid primary key,
        purpose text not null check (purpose in ('reset', 'invite', 'code', 'email', 'register')),
        token_hash bytea not null,
        person_id uuid references person (id),
        -- The address that whoever holds the token has proved.
        email citext,
        code_id uuid references activation_code (id),
        details jsonb,
        created_by uuid references person (id),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        revoked_at timestamptz,
        constraint one_time_token_hash_key unique (token_hash),
        constraint one_time_token_bound_check check (num_nonnulls(person_id, email) > 0)
      );
      create index one_time_token_person_idx on one_time_token (person_id, purpose) where used_at is null and revoked_at is null;
      create index one_time_token_expires_idx on one_time_token (expires_at);

      -- Keys are hashes of what is counted.
      create table entry_request (
        key text primary key,
        requests int not null,
        window_ends_at timestamptz not null
      );

      create table verified_email (
        person_id uuid not null references person (id),
        email citext not null,
        verified_at timestamptz not null,
        primary key (person_id, email)
      );
      create index verified_email_idx on verified_email (email);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table verified_email, entry_request, one_time_token, activation_code');
  }
}
