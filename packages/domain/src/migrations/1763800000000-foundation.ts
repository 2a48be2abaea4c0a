import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, people, accounts, roles, audit, settings, outbox and inbox: what every feature stands on. */
export class Foundation1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists ltree;
      create extension if not exists citext;
      create extension if not exists pg_trgm;
      create extension if not exists unaccent;

      -- An agency is the root of its tree; a unit hangs below. The path is made of the ids, without hyphens.
      create table organisation (
        id uuid primary key,
        parent_id uuid references organisation (id),
        agency_id uuid not null references organisation (id) deferrable initially deferred,
        kind text not null check (kind in ('agency', 'unit')),
        name text not null check (length(name) between 1 and 200),
        short_name text not null check (length(short_name) between 1 and 100),
        unit_kind text,
        path ltree not null,
        time_zone text not null,
        external_ref text,
        closed_at timestamptz,
        created_at timestamptz not null,
        constraint organisation_path_key unique (path),
        constraint organisation_external_ref_key unique (external_ref),
        constraint organisation_root_check check ((kind = 'agency') = (parent_id is null) and (kind = 'agency') = (agency_id = id))
      );
      create index organisation_path_gist on organisation using gist (path);
      create index organisation_parent_idx on organisation (parent_id);
      create index organisation_agency_idx on organisation (agency_id);

      create table setting (
        organisation_id uuid not null references organisation (id),
        key text not null,
        value jsonb not null,
        changed_at timestamptz not null,
        primary key (organisation_id, key)
      );

      create table person (
        id uuid primary key,
        agency_id uuid not null references organisation (id),
        organisation_id uuid not null references organisation (id),
        title_before text,
        name text not null check (length(name) between 1 and 200),
        title_after text,
        sex text check (sex in ('male', 'female')),
        employment_kind text not null check (employment_kind in ('PNS', 'CPNS', 'PPPK', 'PPPK_PART_TIME', 'NON_ASN')),
        rank_code text,
        rank_name text,
        post_kind text,
        post_name text,
        birth_place text,
        birth_date date,
        supervisor_id uuid references person (id),
        email citext,
        time_zone text not null,
        external_ref text,
        created_at timestamptz not null,
        constraint person_external_ref_key unique (external_ref),
        constraint person_supervisor_check check (supervisor_id <> id)
      );
      create index person_organisation_idx on person (organisation_id);
      create index person_agency_idx on person (agency_id);
      create index person_supervisor_idx on person (supervisor_id);

      -- NIP and NI PPPK change (asn.md 1.3); the person does not. Always text.
      create table person_number (
        id uuid primary key,
        person_id uuid not null references person (id),
        kind text not null check (kind in ('NIP', 'NI_PPPK', 'NIP_OLD')),
        number text not null check (number ~ '^[0-9]{9}([0-9]{9})?$'),
        valid_from date not null,
        valid_until date,
        constraint person_number_days_check check (valid_until is null or valid_until >= valid_from)
      );
      create unique index person_number_current_key on person_number (number) where valid_until is null;
      create index person_number_person_idx on person_number (person_id);

      -- The JP ceiling of a PPPK counts by contract year, not by calendar year (asn.md 2.1).
      create table contract_period (
        id uuid primary key,
        person_id uuid not null references person (id),
        starts_on date not null,
        ends_on date not null,
        constraint contract_period_person_start_key unique (person_id, starts_on),
        constraint contract_period_days_check check (ends_on > starts_on)
      );

      create table account (
        id uuid primary key,
        person_id uuid not null references person (id),
        password_hash text,
        disabled_at timestamptz,
        created_at timestamptz not null,
        constraint account_person_key unique (person_id)
      );

      -- Only the SHA-256 of the cookie's token is kept, so a read of this table signs nobody in.
      create table session (
        id uuid primary key,
        token_hash bytea not null,
        account_id uuid not null references account (id),
        user_agent text not null,
        address inet not null,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        constraint session_token_hash_key unique (token_hash)
      );
      create index session_account_idx on session (account_id);

      -- Failures only; a success clears the account's row. Keys are hashes of login or address.
      create table sign_in_failure (
        key text primary key,
        failures int not null,
        window_ends_at timestamptz not null
      );

      create table role_assignment (
        id uuid primary key,
        person_id uuid not null references person (id),
        role text not null,
        organisation_id uuid not null references organisation (id),
        valid_from timestamptz not null,
        valid_until timestamptz,
        constraint role_assignment_key unique (person_id, role, organisation_id)
      );

      -- Append only: the application role may not update or delete. The seal columns are filled by a later issue.
      create table audit_event (
        id uuid primary key,
        seq bigint generated always as identity,
        at timestamptz not null,
        actor_person_id uuid,
        agency_id uuid,
        action text not null,
        subject_kind text not null,
        subject_id uuid,
        details jsonb not null,
        trace_id text,
        previous_seal bytea,
        seal bytea
      );
      create index audit_event_subject_idx on audit_event (subject_kind, subject_id);
      create index audit_event_seq_idx on audit_event (seq);

      create table outbox (
        id uuid primary key,
        kind text not null check (kind in ('job', 'event')),
        name text not null,
        payload jsonb not null,
        trace_id text,
        created_at timestamptz not null default now(),
        available_at timestamptz not null,
        attempts int not null default 0,
        lease_until timestamptz,
        last_error text,
        dispatched_at timestamptz
      );
      create index outbox_waiting_idx on outbox (available_at) where dispatched_at is null;
      create index outbox_dispatched_idx on outbox (dispatched_at) where dispatched_at is not null;

      create table handled_job (
        job_name text not null,
        key text not null,
        handled_at timestamptz not null default now(),
        primary key (job_name, key)
      );

      create table inbox_message (
        id uuid primary key,
        person_id uuid not null references person (id),
        kind text not null,
        params jsonb not null,
        link text,
        created_at timestamptz not null,
        read_at timestamptz,
        natural_key text not null,
        constraint inbox_message_natural_key unique (person_id, natural_key)
      );
      create index inbox_message_person_idx on inbox_message (person_id, created_at desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table inbox_message, handled_job, outbox, audit_event, role_assignment, sign_in_failure, session, account,
        contract_period, person_number, person, setting, organisation;
    `);
  }
}
