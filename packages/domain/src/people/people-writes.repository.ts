import { Injectable } from '@nestjs/common';
import type { Tx } from '@pamong/platform/database/database';
import { explainConstraints } from '../constraint-problems.js';

explainConstraints({
  person_number_current_key: 'STAFF_NUMBER_TAKEN',
  person_unit_one_excl: 'PERSON_CHANGED',
  person_status_one_excl: 'PERSON_CHANGED',
  person_supervisor_one_excl: 'PERSON_CHANGED',
});

/** The person's own row. */
export interface PersonRow {
  readonly id: string;
  readonly [column: string]: unknown;
}

export interface NumberRow {
  readonly id: string;
  readonly personId: string;
  readonly kind: 'NIP' | 'NI_PPPK';
  readonly number: string;
  readonly from: string;
}

/** A new row of a history; `extra` is the note of a status. */
export interface SpanRow {
  readonly id: string;
  readonly personId: string;
  readonly value: string;
  readonly extra: string | null;
  readonly from: string;
  readonly until: string | null;
}

export type HistoryTable = 'person_unit' | 'person_status' | 'person_supervisor';

const columns = `title_before text, name text, title_after text, sex text, employment_kind text, rank_code text, rank_name text, post_kind text, post_name text,
  birth_place text, birth_date date, email citext, time_zone text, phone text, agency_id uuid, organisation_id uuid, status text`;
const names = columns.split(',').map((column) => column.trim().split(' ')[0] ?? '');

/** Writes any number of people with a few statements, each for all of them. */
@Injectable()
export class PeopleWritesRepository {
  /** Makes those who are not there yet; somebody who is stays as they are. */
  async insert(tx: Tx, people: readonly PersonRow[], now: Date): Promise<void> {
    if (people.length === 0) return;
    await tx.query(
      `insert into person (id, revision, created_at, changed_at, ${names.join(', ')})
       select id, 1, $2, $2, ${names.join(', ')} from jsonb_to_recordset($1::jsonb) as r(id uuid, ${columns})`,
      [JSON.stringify(people), now],
    );
  }

  async update(tx: Tx, people: readonly PersonRow[], now: Date): Promise<void> {
    if (people.length === 0) return;
    await tx.query(
      `update person p set revision = p.revision + 1, changed_at = $2, ${names.map((name) => `${name} = r.${name}`).join(', ')}
       from jsonb_to_recordset($1::jsonb) as r(id uuid, ${columns}) where p.id = r.id`,
      [JSON.stringify(people), now],
    );
  }

  /**
   * Closes the numbers that these people hold the day before the change and opens the new ones. A number opened on or after that day
   * never counted and goes; one that the person held before is opened again.
   */
  async changeNumbers(tx: Tx, changes: readonly { personId: string; day: string; next: NumberRow | null }[]): Promise<void> {
    if (changes.length === 0) return;
    const given = [changes.map((change) => change.personId), changes.map((change) => change.day)];
    await tx.query(
      `delete from person_number n using unnest($1::uuid[], $2::date[]) as g(person_id, day)
       where n.person_id = g.person_id and n.valid_until is null and n.kind <> 'NIP_OLD' and n.valid_from >= g.day`,
      given,
    );
    await tx.query(
      `update person_number n set valid_until = g.day - 1 from unnest($1::uuid[], $2::date[]) as g(person_id, day)
       where n.person_id = g.person_id and n.valid_until is null and n.kind <> 'NIP_OLD'`,
      given,
    );
    const next = JSON.stringify(changes.flatMap((change) => change.next ?? []));
    await tx.query(
      `with given as (select * from jsonb_to_recordset($1::jsonb) as r(id uuid, "personId" uuid, kind text, number text, "from" date)),
       again as (update person_number n set valid_until = null from given g where n.person_id = g."personId" and n.number = g.number returning n.person_id)
       insert into person_number (id, person_id, kind, number, valid_from)
       select g.id, g."personId", g.kind, g.number, g."from" from given g where not exists (select 1 from again a where a.person_id = g."personId")`,
      [next],
    );
  }

  /** One history of all of them, in the order in which no two spans ever overlap. */
  async changeHistory(
    tx: Tx, table: HistoryTable,
    change: { removed: readonly string[]; moved: readonly { id: string; from: string; until: string | null }[]; added: readonly SpanRow[] },
  ): Promise<void> {
    if (change.removed.length > 0) await tx.query(`delete from ${table} where id = any($1::uuid[])`, [change.removed]);
    if (change.moved.length > 0) {
      await tx.query(
        `update ${table} h set valid_from = r."from", valid_until = r.until
         from jsonb_to_recordset($1::jsonb) as r(id uuid, "from" date, until date) where h.id = r.id`,
        [JSON.stringify(change.moved)],
      );
    }
    if (change.added.length === 0) return;
    const [into, from] = {
      person_unit: ['organisation_id, unit_name', 'r.value::uuid, (select name from organisation where id = r.value::uuid)'],
      person_status: ['status, note', 'r.value, r.extra'],
      person_supervisor: ['supervisor_id', 'r.value::uuid'],
    }[table];
    await tx.query(
      `insert into ${table} (id, person_id, valid_from, valid_until, ${into}) select r.id, r."personId", r."from", r.until, ${from}
       from jsonb_to_recordset($1::jsonb) as r(id uuid, "personId" uuid, "from" date, until date, value text, extra text)`,
      [JSON.stringify(change.added)],
    );
  }

  /** @param changes `starts` null removes the latest period; `clearAfter` removes those that begin later */
  async changeContracts(tx: Tx, changes: readonly { id: string; personId: string; starts: string | null; ends: string | null; clearAfter: boolean }[]): Promise<void> {
    if (changes.length === 0) return;
    const rows = JSON.stringify(changes);
    const given = `jsonb_to_recordset($1::jsonb) as r(id uuid, "personId" uuid, starts date, ends date, "clearAfter" boolean)`;
    await tx.query(
      `delete from contract_period c using ${given} where c.person_id = r."personId" and (
         (r.starts is null and c.starts_on = (select max(starts_on) from contract_period where person_id = c.person_id))
         or (r."clearAfter" and c.starts_on > r.starts))`,
      [rows],
    );
    await tx.query(
      `insert into contract_period (id, person_id, starts_on, ends_on) select r.id, r."personId", r.starts, r.ends from ${given} where r.starts is not null
       on conflict on constraint contract_period_person_start_key do update set ends_on = excluded.ends_on`,
      [rows],
    );
  }

  /** Removes people whom nothing else knows yet, with their histories. */
  async remove(tx: Tx, ids: readonly string[]): Promise<void> {
    for (const table of ['person_number', 'person_unit', 'person_status', 'contract_period', 'person_supervisor']) {
      await tx.query(`delete from ${table} where person_id = any($1::uuid[])`, [ids]);
    }
    await tx.query('delete from person where id = any($1::uuid[])', [ids]);
  }
}
