import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles keep their history, may be lent for a time, and support may act as somebody for a while. */
export class Roles1763910000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Trusted, so the owner of the database may make it: equality of ids inside of the exclusion below.
      create extension if not exists btree_gist;

      alter table role_assignment drop constraint role_assignment_key;
      update role_assignment set valid_until = now() + interval '1 year' where role = 'auditor' and valid_until is null;
      update role_assignment set valid_until = valid_from where valid_until < valid_from;
      -- "valid_until" is the end that was planned, "ended_at" the end that somebody brought about before it.
      alter table role_assignment
        add column reason text check (length(reason) between 1 and 500),
        add column granted_by uuid references person (id),
        add column ended_at timestamptz,
        add column ended_by uuid references person (id),
        add constraint role_assignment_days_check check (valid_until is null or valid_until >= valid_from),
        add constraint role_assignment_auditor_check check (role <> 'auditor' or valid_until is not null),
        add constraint role_assignment_overlap exclude using gist
          (person_id with =, role with =, organisation_id with =, tstzrange(valid_from, valid_until) with &&) where (ended_at is null);
      create index role_assignment_person_idx on role_assignment (person_id);
      create index role_assignment_organisation_idx on role_assignment (organisation_id, role);

      create table delegation (
        id uuid primary key,
        from_person_id uuid not null references person (id),
        to_person_id uuid not null references person (id),
        reason text not null check (length(reason) between 1 and 500),
        valid_from timestamptz not null,
        valid_until timestamptz not null,
        created_at timestamptz not null,
        ended_at timestamptz,
        ended_by uuid references person (id),
        constraint delegation_people_check check (from_person_id <> to_person_id),
        constraint delegation_days_check check (valid_until > valid_from)
      );
      create index delegation_from_idx on delegation (from_person_id);
      create index delegation_to_idx on delegation (to_person_id);

      -- Each lent role is a role that the lender holds: when that ends, so does this.
      create table delegation_role (
        delegation_id uuid not null references delegation (id),
        assignment_id uuid not null references role_assignment (id),
        organisation_id uuid not null references organisation (id),
        primary key (delegation_id, assignment_id)
      );
      create index delegation_role_assignment_idx on delegation_role (assignment_id);

      -- The session is named and not referenced: it may be cleared away, this record stays.
      create table acting (
        id uuid primary key,
        session_id uuid not null,
        admin_id uuid not null references person (id),
        subject_id uuid not null references person (id),
        reason text not null check (length(reason) between 1 and 500),
        may_write boolean not null,
        started_at timestamptz not null,
        until timestamptz not null,
        ended_at timestamptz,
        constraint acting_people_check check (admin_id <> subject_id),
        constraint acting_time_check check (until > started_at)
      );
      create unique index acting_session_key on acting (session_id) where ended_at is null;
      create index acting_subject_idx on acting (subject_id);

      -- Present where "actor_person_id" acted as somebody else.
      alter table audit_event add column acting_for_person_id uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit_event drop column acting_for_person_id;
      drop table acting, delegation_role, delegation;
      drop index role_assignment_person_idx, role_assignment_organisation_idx;
      alter table role_assignment
        drop constraint role_assignment_overlap,
        drop constraint role_assignment_auditor_check,
        drop constraint role_assignment_days_check;
      update role_assignment set valid_until = ended_at where ended_at is not null;
      alter table role_assignment drop column reason, drop column granted_by, drop column ended_at, drop column ended_by;
      delete from role_assignment older using role_assignment newer
        where older.person_id = newer.person_id and older.role = newer.role and older.organisation_id = newer.organisation_id and older.id < newer.id;
      alter table role_assignment add constraint role_assignment_key unique (person_id, role, organisation_id);
    `);
  }
}
