import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { PersonEntity } from './person.entity.js';
import type { PersonStatus } from './person-status.entity.js';

interface Days { readonly from: string; readonly until: string | null }

/** A person with all that the page shows, as one statement reads it. */
export interface PersonPageRow extends Omit<PersonEntity, 'createdAt' | 'changedAt' | 'agencyId' | 'organisationId' | 'photoKey' | 'mergedIntoId' | 'externalRef' | 'supervisorId'> {
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly path: string;
  readonly agency: { readonly id: string; readonly name: string; readonly timeZone: string };
  readonly unit: { readonly id: string; readonly name: string };
  readonly way: readonly { readonly id: string; readonly name: string }[];
  readonly account: 'none' | 'active' | 'disabled';
  readonly supervisor: { readonly personId: string; readonly titleBefore: string | null; readonly name: string; readonly titleAfter: string | null; readonly post: string | null } | null;
  readonly numbers: readonly (Days & { readonly kind: 'NIP' | 'NI_PPPK' | 'NIP_OLD'; readonly value: string })[];
  readonly units: readonly (Days & { readonly unitId: string; readonly name: string })[];
  readonly statuses: readonly (Days & { readonly status: PersonStatus; readonly note: string | null })[];
  readonly supervisors: readonly (Days & { readonly personId: string; readonly titleBefore: string | null; readonly name: string; readonly titleAfter: string | null })[];
  readonly contractPeriods: readonly { readonly periodId: string; readonly startsOn: string; readonly endsOn: string }[];
}

@Injectable()
export class PersonPageRepository {
  async find(reader: Reader, personId: string): Promise<PersonPageRow | null> {
    const history = (table: string, columns: string, order = 'h.valid_from desc', join = '') =>
      `coalesce((select json_agg(json_build_object(${columns}) order by ${order}) from ${table} h ${join} where h.person_id = p.id), '[]')`;
    const span = `'from', h.valid_from, 'until', h.valid_until`;
    const [row] = await reader.query<PersonPageRow>(
      `select p.id, p.revision, p.title_before as "titleBefore", p.name, p.title_after as "titleAfter", p.sex, p.birth_place as "birthPlace", p.birth_date::text as "birthDate",
              p.employment_kind as "employmentKind", p.rank_code as "rankCode", p.rank_name as "rankName", p.post_kind as "postKind", p.post_name as "postName",
              p.email::text as email, p.phone, p.time_zone as "timeZone", p.status, p.created_at as "createdAt", p.changed_at as "changedAt", o.path::text as path,
              json_build_object('id', ag.id, 'name', ag.name, 'timeZone', ag.time_zone) as agency, json_build_object('id', o.id, 'name', o.name) as unit,
              (select json_agg(json_build_object('id', up.id, 'name', up.name) order by nlevel(up.path)) from organisation up where up.path @> o.path) as way,
              (select case when a.disabled_at is null then 'active' else 'disabled' end from account a where a.person_id = p.id) as account,
              (select json_build_object('personId', s.id, 'titleBefore', s.title_before, 'name', s.name, 'titleAfter', s.title_after, 'post', s.post_name)
               from person s where s.id = p.supervisor_id) as supervisor,
              ${history('person_number', `'kind', h.kind, 'value', h.number, ${span}`, 'h.valid_until desc nulls first, h.valid_from desc')} as numbers,
              ${history('person_unit', `'unitId', h.organisation_id, 'name', h.unit_name, ${span}`)} as units,
              ${history('person_status', `'status', h.status, 'note', h.note, ${span}`)} as statuses,
              ${history('person_supervisor', `'personId', s.id, 'titleBefore', s.title_before, 'name', s.name, 'titleAfter', s.title_after, ${span}`, 'h.valid_from desc', 'join person s on s.id = h.supervisor_id')} as supervisors,
              ${history('contract_period', `'periodId', h.id, 'startsOn', h.starts_on, 'endsOn', h.ends_on`, 'h.starts_on desc')} as "contractPeriods"
       from person p join organisation o on o.id = p.organisation_id join organisation ag on ag.id = p.agency_id
       where p.id = $1 and p.merged_into_id is null`,
      [personId],
    );
    return row === undefined ? null : { ...row, account: row.account ?? 'none' };
  }

  /** The place of the person behind any record, also one that was merged into another. */
  async findPlaceEver(reader: Reader, personId: string): Promise<{ personId: string; path: string; agencyId: string } | null> {
    const [row] = await reader.query<{ personId: string; path: string; agencyId: string }>(
      `select p.id as "personId", o.path::text as path, p.agency_id as "agencyId" from person was join person p on p.id = coalesce(was.merged_into_id, was.id)
       join organisation o on o.id = p.organisation_id where was.id = $1`,
      [personId],
    );
    return row ?? null;
  }

  /** ltree path of the person's unit and agency; null for whoever is gone or merged into another record. */
  async findPlace(reader: Reader, personId: string): Promise<{ path: string; agencyId: string } | null> {
    const [row] = await reader.query<{ path: string; agencyId: string }>(
      `select o.path::text as path, p.agency_id as "agencyId" from person p join organisation o on o.id = p.organisation_id where p.id = $1 and p.merged_into_id is null`,
      [personId],
    );
    return row ?? null;
  }

  /** Did the viewer open the person since then? */
  async wasOpened(reader: Reader, personId: string, viewerId: string, since: Date): Promise<boolean> {
    const rows = await reader.query(
      `select 1 from audit_event where subject_kind = 'person' and subject_id = $1 and actor_person_id = $2 and action = 'people.opened' and at > $3 limit 1`,
      [personId, viewerId, since],
    );
    return rows.length > 0;
  }

  /** Adds a period, or corrects the last day of the one that begins that day. */
  async setContract(tx: Tx, period: { id: string; personId: string; startsOn: string; endsOn: string }): Promise<void> {
    await tx.query(
      `insert into contract_period (id, person_id, starts_on, ends_on) values ($1, $2, $3, $4)
       on conflict on constraint contract_period_person_start_key do update set ends_on = excluded.ends_on`,
      [period.id, period.personId, period.startsOn, period.endsOn],
    );
  }

  async overlaps(reader: Reader, personId: string, startsOn: string, endsOn: string): Promise<boolean> {
    const rows = await reader.query(
      'select 1 from contract_period where person_id = $1 and starts_on <> $2 and starts_on <= $3 and ends_on >= $2 limit 1', [personId, startsOn, endsOn],
    );
    return rows.length > 0;
  }

  /** @returns false when the person has no such period */
  async deleteContract(tx: Tx, personId: string, periodId: string): Promise<boolean> {
    return (await tx.query('delete from contract_period where person_id = $1 and id = $2 returning id', [personId, periodId])).length === 1;
  }
}
