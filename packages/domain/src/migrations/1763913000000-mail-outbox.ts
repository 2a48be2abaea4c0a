import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every mail is a row, from the change that it tells of until a server has taken it. */
export class MailOutbox1763913000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mail (
        id uuid primary key,
        agency_id uuid not null references organisation (id),
        person_id uuid references person (id),
        to_name text not null,
        to_address citext not null,
        -- Without degrees, for the salutation.
        greeting_name text not null,
        sex text check (sex in ('male', 'female')),
        kind text not null,
        params jsonb not null,
        link text,
        -- The one-time part of the link; erased as soon as it is of no use to the recipient any more.
        secret text,
        language text not null check (language in ('id', 'en')),
        state text not null check (state in ('waiting', 'sent', 'failed', 'gave_up', 'held')),
        attempts int not null default 0,
        created_at timestamptz not null,
        next_try_at timestamptz,
        lease_until timestamptz,
        expires_at timestamptz,
        fault text,
        answer text,
        sent_at timestamptz,
        natural_key text not null,
        constraint mail_natural_key unique (natural_key),
        constraint mail_sent_check check ((state = 'sent') = (sent_at is not null)),
        constraint mail_try_check check ((state in ('waiting', 'failed')) = (next_try_at is not null))
      );
      create index mail_agency_idx on mail (agency_id, created_at desc);
      create index mail_person_idx on mail (person_id);
      create index mail_due_idx on mail (next_try_at) where state in ('waiting', 'failed');

      -- The language in which a person wants to be written to; absent: the agency's.
      alter table account add column language text check (language in ('id', 'en'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account drop column language; drop table mail;');
  }
}
