import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mobile numbers that somebody has proved, and the codes that prove them. */
export class Phones1763988000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Counts while it is still the number of the person, as an address does.
      create table verified_phone (
        person_id uuid not null references person (id),
        phone text not null check (phone ~ '^[+][1-9][0-9]{7,14}$'),
        verified_at timestamptz not null,
        primary key (person_id, phone)
      );
      create index verified_phone_idx on verified_phone (phone);
      -- A number of a record that was merged leads to the one that stayed.
      create index person_merged_phone_idx on person (phone) where merged_into_id is not null and phone is not null;

      -- A registration that waits for its code. The code is sealed rather than hashed: six digits would be found behind any hash.
      create table phone_code (
        id uuid primary key,
        phone text not null,
        code_sealed text not null,
        details jsonb not null,
        tries int not null default 0,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        sent_at timestamptz,
        used_at timestamptz
      );
      create index phone_code_expires_idx on phone_code (expires_at);

      -- The number that whoever holds the token has proved.
      alter table one_time_token add column phone text;
      alter table one_time_token drop constraint one_time_token_bound_check;
      alter table one_time_token add constraint one_time_token_bound_check check (num_nonnulls(person_id, email, phone) > 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from one_time_token where num_nonnulls(person_id, email) = 0;
      alter table one_time_token drop constraint one_time_token_bound_check;
      alter table one_time_token drop column phone;
      alter table one_time_token add constraint one_time_token_bound_check check (num_nonnulls(person_id, email) > 0);
      drop index person_merged_phone_idx;
      drop table phone_code, verified_phone;
    `);
  }
}
