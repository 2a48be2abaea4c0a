import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates with their counters, and the append-only ledger of lesson hours. */
export class Certificates1763820000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One counter for each agency, template and year; the row lock of the upsert gives out each number once.
      create table certificate_counter (
        agency_id uuid not null references organisation (id),
        template text not null,
        year int not null,
        last int not null check (last >= 1),
        primary key (agency_id, template, year)
      );

      -- The data as printed is the record; the document is made from it. Only the document's and the revocation's columns change, once.
      create table certificate (
        id uuid primary key,
        enrolment_id uuid not null references enrolment (id),
        version_id uuid not null references course_version (id),
        course_id uuid not null references course (id),
        person_id uuid not null references person (id),
        issuer_id uuid not null references organisation (id),
        agency_id uuid not null references organisation (id),
        number text not null,
        code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$'),
        printed jsonb not null,
        jp int not null check (jp >= 0),
        minutes int not null check (minutes >= 0),
        issued_at timestamptz not null,
        seal_driver text,
        sealed_at timestamptz,
        file_key text,
        file_sha256 bytea,
        file_bytes int,
        revoked_at timestamptz,
        revoked_by uuid references person (id),
        revocation_reason text,
        constraint certificate_enrolment_version_key unique (enrolment_id, version_id),
        constraint certificate_number_key unique (agency_id, number),
        constraint certificate_code_key unique (code),
        constraint certificate_file_check check (num_nulls(seal_driver, sealed_at, file_key, file_sha256, file_bytes) in (0, 5)),
        constraint certificate_revocation_check check (num_nulls(revoked_at, revoked_by, revocation_reason) in (0, 3))
      );
      create index certificate_person_idx on certificate (person_id, issued_at desc);
      create index certificate_issuer_idx on certificate (issuer_id, issued_at desc);

      -- Unknown codes that an address asked for, to slow guessing. Keys are hashes.
      create table verification_miss (
        key text primary key,
        misses int not null,
        window_ends_at timestamptz not null
      );

      -- How many lesson hours a year a kind of staff is owed (minimum) or may count (ceiling), and since when.
      create table jp_rule (
        id uuid primary key,
        agency_id uuid references organisation (id),
        employment_kind text not null check (employment_kind in ('PNS', 'CPNS', 'PPPK', 'PPPK_PART_TIME', 'NON_ASN')),
        rule text not null check (rule in ('minimum', 'ceiling')),
        target int not null check (target between 1 and 1000),
        valid_from date not null,
        valid_until date,
        constraint jp_rule_days_check check (valid_until is null or valid_until >= valid_from),
        constraint jp_rule_key unique nulls not distinct (agency_id, employment_kind, valid_from)
      );
      -- PP 11/2017 as amended (art. 203 (4)) and PP 49/2018 (art. 40 (1)); see asn.md 2.1.
      insert into jp_rule (id, employment_kind, rule, target, valid_from) values
        (uuidv7(), 'PNS', 'minimum', 20, '2017-04-07'),
        (uuidv7(), 'CPNS', 'minimum', 20, '2017-04-07'),
        (uuidv7(), 'PPPK', 'ceiling', 24, '2018-11-28'),
        (uuidv7(), 'PPPK_PART_TIME', 'ceiling', 24, '2018-11-28');

      -- Append only: the application role may not update or delete. A correction is a line of its own.
      create table ledger_entry (
        id uuid primary key,
        person_id uuid not null references person (id),
        agency_id uuid not null references organisation (id),
        day date not null,
        kind text not null check (kind in ('course', 'opening', 'reversal')),
        title text not null,
        jp int not null,
        minutes int not null,
        siasn_kind int check (siasn_kind between 1 and 25),
        -- Which rule turned minutes into hours.
        rule_version text not null,
        -- What proves it: the certificate, or a key of the system it was brought from.
        evidence text not null,
        certificate_id uuid references certificate (id),
        recorded_at timestamptz not null,
        constraint ledger_entry_evidence_key unique (person_id, kind, evidence),
        constraint ledger_entry_sign_check check ((kind = 'reversal' and jp <= 0 and minutes <= 0) or (kind <> 'reversal' and jp >= 0 and minutes >= 0))
      );
      create index ledger_entry_person_day_idx on ledger_entry (person_id, day desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ledger_entry, jp_rule, verification_miss, certificate, certificate_counter');
  }
}
