import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes of an authenticator application as a second factor. */
export class SecondFactor1763945000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table second_factor (
        account_id uuid primary key references account (id),
        sealed_secret text not null,
        confirmed_at timestamptz,
        last_step bigint
      );

      create table recovery_code (
        account_id uuid not null references account (id),
        code_hash bytea not null,
        used_at timestamptz,
        primary key (account_id, code_hash)
      );

      -- Between the right password and the session; a row is good for minutes and for one session.
      create table sign_in_step (
        token_hash bytea primary key,
        account_id uuid not null references account (id),
        kind text not null check (kind in ('code', 'enrol')),
        expires_at timestamptz not null
      );
      create index sign_in_step_expires_idx on sign_in_step (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sign_in_step, recovery_code, second_factor;');
  }
}
