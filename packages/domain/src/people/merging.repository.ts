import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { NameParts } from './names.rules.js';
import type { EmploymentKind } from './person.entity.js';
import type { PersonNumberEntity } from './person-number.entity.js';
import type { PersonStatus } from './person-status.entity.js';
import type { SpanRow } from './people-writes.repository.js';

/** Facts that the record that stays takes over where it has none of its own. */
export const filledFacts = ['titleBefore', 'titleAfter', 'sex', 'birthPlace', 'birthDate', 'email', 'phone', 'photoKey'] as const;
export type FilledFact = (typeof filledFacts)[number];

/** A record as a merge looks at it. */
export interface MergeRecord extends NameParts {
  readonly personId: string;
  readonly agencyId: string;
  readonly agency: string;
  readonly agencyZone: string;
  readonly path: string;
  readonly unit: string;
  readonly revision: number;
  readonly mergedIntoId: string | null;
  readonly employmentKind: EmploymentKind;
  readonly status: PersonStatus;
  readonly post: string | null;
  readonly sex: string | null;
  readonly birthPlace: string | null;
  readonly birthDate: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly photoKey: string | null;
  readonly account: 'none' | 'active' | 'disabled';
  readonly createdAt: Date;
}

export interface ContractRow {
  readonly id: string;
  readonly from: string;
  readonly until: string;
}

const columns = `
  p.id as "personId", p.agency_id as "agencyId", ag.name as agency, ag.time_zone as "agencyZone", o.path::text as path, o.name as unit, p.revision,
  p.merged_into_id as "mergedIntoId", p.title_before as "titleBefore", p.name, p.title_after as "titleAfter", p.employment_kind as "employmentKind", p.status,
  p.post_name as post, p.sex, p.birth_place as "birthPlace", p.birth_date::text as "birthDate", p.email::text as email, p.phone, p.photo_key as "photoKey",
  coalesce((select case when a.disabled_at is null then 'active' else 'disabled' end from account a where a.person_id = p.id), 'none') as account, p.created_at as "createdAt"`;
const filled = 'title_before, title_after, sex, birth_place, birth_date, email, phone, photo_key, external_ref'.split(', ');

@Injectable()
export class MergingRepository {
  /** Records of any state, those that were merged included. */
  async list(reader: Reader, ids: readonly string[]): Promise<Map<string, MergeRecord>> {
    const rows = await reader.query<MergeRecord>(
      `select ${columns} from person p join organisation o on o.id = p.organisation_id join organisation ag on ag.id = p.agency_id where p.id = any($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.personId, row]));
  }

  async listNumbers(reader: Reader, personIds: readonly string[]): Promise<PersonNumberEntity[]> {
    return reader.query<PersonNumberEntity>(
      `select id, person_id as "personId", kind, number, valid_from::text as "validFrom", valid_until::text as "validUntil" from person_number
       where person_id = any($1::uuid[]) order by valid_from, id`,
      [personIds],
    );
  }

  async listContracts(reader: Reader, personId: string): Promise<ContractRow[]> {
    return reader.query<ContractRow>('select id, starts_on::text as "from", ends_on::text as until from contract_period where person_id = $1 order by starts_on', [personId]);
  }

  /** Is a transfer of one of them asked for, or agreed upon for a day to come? */
  async hasOpenTransfer(reader: Reader, personIds: readonly string[]): Promise<boolean> {
    const rows = await reader.query(
      `select 1 from person_transfer where person_id = any($1::uuid[]) and (state = 'proposed' or (state = 'accepted' and applied_at is null)) limit 1`,
      [personIds],
    );
    return rows.length > 0;
  }

  /** Units that this person heads, and people whose supervisor they are, now or by a date to come. */
  async countTies(reader: Reader, personId: string, today: string): Promise<{ heads: number; reports: number }> {
    const [row] = await reader.query<{ heads: number; reports: number }>(
      `select (select count(distinct organisation_id)::int from organisation_head where person_id = $1 and coalesce(valid_until, 'infinity') >= $2::date) as heads,
              (select count(distinct person_id)::int from person_supervisor where supervisor_id = $1 and coalesce(valid_until, 'infinity') >= $2::date) as reports`,
      [personId, today],
    );
    return row ?? { heads: 0, reports: 0 };
  }

  async moveNumbers(tx: Tx, keptId: string, moved: readonly { id: string; validUntil: string | null }[], dropped: readonly string[]): Promise<void> {
    await tx.query('delete from person_number where id = any($1::uuid[])', [dropped]);
    await tx.query(
      `update person_number n set person_id = $1, valid_until = g.until from unnest($2::uuid[], $3::date[]) as g(id, until) where n.id = g.id`,
      [keptId, moved.map((one) => one.id), moved.map((one) => one.validUntil)],
    );
  }

  /** The unit's name stays as it was written then. */
  async insertUnits(tx: Tx, goneId: string, rows: readonly SpanRow[]): Promise<void> {
    await tx.query(
      `insert into person_unit (id, person_id, organisation_id, unit_name, valid_from, valid_until)
       select r.id, r."personId", r.value,
              coalesce((select u.unit_name from person_unit u where u.person_id = $2 and u.organisation_id = r.value and r."from" between u.valid_from and coalesce(u.valid_until, 'infinity') limit 1),
                       (select name from organisation where id = r.value)), r."from", r.until
       from jsonb_to_recordset($1::jsonb) as r(id uuid, "personId" uuid, value uuid, "from" date, until date)`,
      [JSON.stringify(rows), goneId],
    );
  }

  async moveContracts(tx: Tx, keptId: string, ids: readonly string[]): Promise<void> {
    await tx.query('update contract_period set person_id = $1 where id = any($2::uuid[])', [keptId, ids]);
  }

  /** Whoever the other record supervised or headed is this one's now; nobody supervises themselves. */
  async moveTies(tx: Tx, keptId: string, goneId: string): Promise<void> {
    await tx.query('delete from person_supervisor where supervisor_id = $2 and person_id = $1', [keptId, goneId]);
    await tx.query('update person_supervisor set supervisor_id = $1 where supervisor_id = $2 and person_id <> $1', [keptId, goneId]);
    await tx.query('update person set supervisor_id = case when id = $1 then null else $1::uuid end where supervisor_id = $2', [keptId, goneId]);
    await tx.query('update organisation_head set person_id = $1 where person_id = $2', [keptId, goneId]);
    await tx.query('update person_transfer set person_id = $1 where person_id = $2', [keptId, goneId]);
  }

  /** Fills what the record that stays has not, and lets the other one lead to it, with all that led to the other. */
  async join(tx: Tx, keptId: string, goneId: string, now: Date): Promise<void> {
    // A name in another system belongs to one row at a time.
    const [gone] = await tx.query<{ externalRef: string | null }>('select external_ref as "externalRef" from person where id = $1', [goneId]);
    await tx.query('update person set external_ref = null, merged_into_id = $2, supervisor_id = null, revision = revision + 1, changed_at = $3 where id = $1', [goneId, keptId, now]);
    await tx.query('update person set merged_into_id = $2 where merged_into_id = $1', [goneId, keptId]);
    await tx.query(
      `update person k set ${filled.map((name) => `${name} = coalesce(k.${name}, ${name === 'external_ref' ? '$4::text' : `g.${name}`})`).join(', ')},
         revision = k.revision + 1, changed_at = $3
       from person g where k.id = $1 and g.id = $2`,
      [keptId, goneId, now, gone?.externalRef ?? null],
    );
    // One row names a photo, so that taking it down takes it down.
    await tx.query('update person g set photo_key = null from person k where k.id = $1 and g.id = $2 and g.photo_key = k.photo_key', [keptId, goneId]);
  }
}
