import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an agency keeps of its people and units over the years: histories with dates, heads, supervisors, transfers. */
export class PeopleAndUnits1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;

      -- The agency's own code of a unit (the unor code, say): by it an import finds the unit again.
      alter table organisation
        add column code text check (length(code) between 1 and 60),
        add column merged_into_id uuid references organisation (id),
        add column revision int not null default 1;
      create unique index organisation_code_key on organisation (agency_id, code);
      create index organisation_name_trgm on organisation using gin (name gin_trgm_ops);

      -- What happened to a unit: created, renamed, moved, merged, closed, reopened. Details carry the names of that day.
      create table organisation_event (
        id uuid primary key,
        organisation_id uuid not null references organisation (id),
        at timestamptz not null,
        kind text not null check (kind in ('created', 'renamed', 'moved', 'merged', 'closed', 'reopened')),
        details jsonb not null,
        actor_person_id uuid references person (id)
      );
      create index organisation_event_organisation_idx on organisation_event (organisation_id, at);

      -- Who heads a unit, from one day to another; acting heads stand in beside the head (Plt., Plh.).
      create table organisation_head (
        id uuid primary key,
        organisation_id uuid not null references organisation (id),
        person_id uuid not null references person (id),
        acting text check (acting in ('PLT', 'PLH')),
        valid_from date not null,
        valid_until date,
        constraint organisation_head_days_check check (valid_until is null or valid_until >= valid_from),
        constraint organisation_head_one_excl exclude using gist
          (organisation_id with =, (coalesce(acting, '')) with =, daterange(valid_from, valid_until, '[]') with &&)
      );
      create index organisation_head_person_idx on organisation_head (person_id);

      alter table person
        add column phone text check (phone ~ '^\\+?[0-9]{6,20}$'),
        add column photo_key text,
        -- Status of today; person_status has the dates, and a daily job brings today's over.
        add column status text not null default 'active'
          check (status in ('active', 'study_assignment', 'unpaid_leave', 'leave', 'transferred', 'retired', 'deceased')),
        add column merged_into_id uuid references person (id),
        add column revision int not null default 1,
        add column changed_at timestamptz;
      update person set changed_at = created_at;
      alter table person alter column changed_at set not null;
      create index person_name_trgm on person using gin (name gin_trgm_ops);
      create index person_agency_name_idx on person (agency_id, name, id);
      create index person_email_idx on person (email) where email is not null;
      create index person_number_trgm on person_number using gin (number gin_trgm_ops);

      create table person_status (
        id uuid primary key,
        person_id uuid not null references person (id),
        status text not null
          check (status in ('active', 'study_assignment', 'unpaid_leave', 'leave', 'transferred', 'retired', 'deceased')),
        valid_from date not null,
        valid_until date,
        note text,
        constraint person_status_days_check check (valid_until is null or valid_until >= valid_from),
        constraint person_status_one_excl exclude using gist (person_id with =, daterange(valid_from, valid_until, '[]') with &&)
      );

      -- Where a person worked; the unit's name stays as it was printed then.
      create table person_unit (
        id uuid primary key,
        person_id uuid not null references person (id),
        organisation_id uuid not null references organisation (id),
        unit_name text not null,
        valid_from date not null,
        valid_until date,
        constraint person_unit_days_check check (valid_until is null or valid_until >= valid_from),
        constraint person_unit_one_excl exclude using gist (person_id with =, daterange(valid_from, valid_until, '[]') with &&)
      );
      create index person_unit_organisation_idx on person_unit (organisation_id);
      insert into person_unit (id, person_id, organisation_id, unit_name, valid_from)
        select gen_random_uuid(), p.id, p.organisation_id, o.name, p.created_at::date from person p join organisation o on o.id = p.organisation_id;
      insert into person_status (id, person_id, status, valid_from) select gen_random_uuid(), p.id, p.status, p.created_at::date from person p;

      -- Supervisors set by hand; without one the head of the unit, or of the next unit above, is the supervisor.
      -- person.supervisor_id holds the one of today, whichever way it came.
      create table person_supervisor (
        id uuid primary key,
        person_id uuid not null references person (id),
        supervisor_id uuid not null references person (id),
        valid_from date not null,
        valid_until date,
        constraint person_supervisor_self_check check (supervisor_id <> person_id),
        constraint person_supervisor_days_check check (valid_until is null or valid_until >= valid_from),
        constraint person_supervisor_one_excl exclude using gist (person_id with =, daterange(valid_from, valid_until, '[]') with &&)
      );
      create index person_supervisor_supervisor_idx on person_supervisor (supervisor_id);
      insert into person_supervisor (id, person_id, supervisor_id, valid_from)
        select gen_random_uuid(), id, supervisor_id, created_at::date from person where supervisor_id is not null;

      -- A person goes to another agency when both sides have said so; the person and the history follow.
      create table person_transfer (
        id uuid primary key,
        person_id uuid not null references person (id),
        from_agency_id uuid not null references organisation (id),
        to_agency_id uuid not null references organisation (id),
        to_organisation_id uuid references organisation (id),
        state text not null check (state in ('proposed', 'accepted', 'declined', 'withdrawn')),
        effective_on date not null,
        note text,
        proposed_by_id uuid not null references person (id),
        proposed_at timestamptz not null,
        decided_by_id uuid references person (id),
        decided_at timestamptz,
        constraint person_transfer_agencies_check check (from_agency_id <> to_agency_id)
      );
      create unique index person_transfer_open_key on person_transfer (person_id) where state = 'proposed';
      create index person_transfer_to_idx on person_transfer (to_agency_id, state);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table person_transfer, person_supervisor, person_unit, person_status, organisation_head, organisation_event;
      drop index person_number_trgm, person_email_idx, person_agency_name_idx, person_name_trgm, organisation_name_trgm, organisation_code_key;
      alter table person drop column phone, drop column photo_key, drop column status, drop column merged_into_id, drop column revision,
        drop column changed_at;
      alter table organisation drop column code, drop column merged_into_id, drop column revision;
      drop extension if exists btree_gist;
    `);
  }
}
