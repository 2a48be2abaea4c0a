import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { StoredPerson } from './person-facts.js';
import type { PersonStatus } from './person-status.entity.js';
import type { Span } from './timeline.rules.js';

/** A person and the day on which the state is asked for. */
export interface PersonDay {
  readonly personId: string;
  readonly day: string;
}

/** The spans of the three dated histories of one person. */
export interface Histories {
  readonly units: Span<string>[];
  readonly statuses: Span<StatusValue>[];
  readonly supervisors: Span<string>[];
}

export interface StatusValue {
  readonly status: PersonStatus;
  readonly note: string | null;
}

const state = `
  p.id as "personId", p.agency_id as "agencyId", p.revision, p.title_before as "titleBefore", p.name, p.title_after as "titleAfter", p.sex,
  p.birth_place as "birthPlace", p.birth_date::text as "birthDate", p.employment_kind as "employmentKind", n.number as "staffNumber",
  p.rank_code as "rankCode", p.post_kind as "postKind", p.post_name as "postName", coalesce(u.organisation_id, p.organisation_id) as "organisationId",
  p.email::text as email, p.phone, p.time_zone as "timeZone", coalesce(s.status, p.status) as status, s.until as "statusUntil", s.note as "statusNote",
  v.supervisor_id as "supervisorId", v.valid_until::text as "supervisorUntil", c.starts_on::text as "contractStartsOn", c.ends_on::text as "contractEndsOn"`;

// A status with a last day is followed by `active`; the row after it says no more than that.
const joins = `
  left join lateral (select number from person_number where person_id = p.id and valid_until is null and kind <> 'NIP_OLD' order by valid_from desc limit 1) n on true
  left join person_unit u on u.person_id = p.id and g.day between u.valid_from and coalesce(u.valid_until, 'infinity')
  left join lateral (select status, note, valid_until::text as until from person_status
    where person_id = p.id and g.day between valid_from and coalesce(valid_until, 'infinity')) s on true
  left join person_supervisor v on v.person_id = p.id and g.day between v.valid_from and coalesce(v.valid_until, 'infinity')
  left join lateral (select starts_on, ends_on from contract_period where person_id = p.id order by starts_on desc limit 1) c on true`;

/** Reads whole states and histories, for any number of people in a constant number of statements. */
@Injectable()
export class PeopleFactsRepository {
  /** Locks the people in one order, so that two writers never wait for each other in a ring. */
  async lock(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query('select 1 from person where id = any($1::uuid[]) order by id for update', [ids]);
  }

  async list(reader: Reader, people: readonly PersonDay[]): Promise<StoredPerson[]> {
    return reader.query<StoredPerson>(
      `select ${state} from unnest($1::uuid[], $2::date[]) as g(person_id, day) join person p on p.id = g.person_id ${joins}`,
      [people.map((one) => one.personId), people.map((one) => one.day)],
    );
  }

  /** Who holds these numbers now, in whatever agency. */
  async listByNumbers(reader: Reader, numbers: readonly string[], day: string): Promise<StoredPerson[]> {
    return reader.query<StoredPerson>(
      `select ${state} from (select distinct person_id, $2::date as day from person_number where number = any($1::text[]) and valid_until is null) g
       join person p on p.id = g.person_id ${joins}`,
      [numbers, day],
    );
  }

  /** Agency and printed name of the units. */
  async listUnits(reader: Reader, ids: readonly string[]): Promise<Map<string, { agencyId: string; name: string }>> {
    const rows = await reader.query<{ id: string; agencyId: string; name: string }>(
      'select id, agency_id as "agencyId", name from organisation where id = any($1::uuid[])', [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Which of these people the agency has; a record that was merged into another is nobody. */
  async listInAgency(reader: Reader, agencyId: string, ids: readonly string[]): Promise<Set<string>> {
    const rows = await reader.query<{ id: string }>('select id from person where agency_id = $1 and merged_into_id is null and id = any($2::uuid[])', [agencyId, ids]);
    return new Set(rows.map((row) => row.id));
  }

  async listHistories(reader: Reader, ids: readonly string[]): Promise<Map<string, Histories>> {
    const found = new Map<string, Histories>(ids.map((id) => [id, { units: [], statuses: [], supervisors: [] }]));
    const rows = await reader.query<{ kind: keyof Histories; id: string; personId: string; value: string; note: string | null; from: string; until: string | null }>(
      `select 'units' as kind, id, person_id as "personId", organisation_id::text as value, null as note, valid_from::text as from, valid_until::text as until
         from person_unit where person_id = any($1::uuid[])
       union all select 'statuses', id, person_id, status, note, valid_from::text, valid_until::text from person_status where person_id = any($1::uuid[])
       union all select 'supervisors', id, person_id, supervisor_id::text, null, valid_from::text, valid_until::text from person_supervisor where person_id = any($1::uuid[])`,
      [ids],
    );
    for (const { kind, personId, value, note, ...span } of rows) {
      const of = found.get(personId);
      if (kind === 'statuses') of?.statuses.push({ ...span, value: { status: value as PersonStatus, note } });
      else of?.[kind].push({ ...span, value });
    }
    return found;
  }
}
