import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { HandOver, UnitDependant } from '../organisations/unit-dependants.js';
import { UnitDependants } from '../organisations/unit-dependants.js';
import { fullName } from './names.rules.js';

/** Joins people to the tree: who works where is counted, shown and handed over with their history. */
@Injectable()
export class PeopleOfUnits implements UnitDependant {
  readonly key = 'people';

  constructor(
    dependants: UnitDependants,
    private readonly clock: Clock,
  ) {
    dependants.add(this);
  }

  async count(reader: Reader, unitIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await reader.query<{ id: string; count: number }>(
      `select organisation_id as id, count(*)::int as count from person
       where organisation_id = any($1::uuid[]) and merged_into_id is null and status not in ('transferred', 'retired', 'deceased') group by 1`,
      [unitIds],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  async names(reader: Reader, unitIds: readonly string[], limit: number): Promise<string[]> {
    const rows = await reader.query<{ titleBefore: string | null; name: string; titleAfter: string | null }>(
      `select title_before as "titleBefore", name, title_after as "titleAfter" from person
       where organisation_id = any($1::uuid[]) and merged_into_id is null and status not in ('transferred', 'retired', 'deceased') order by name, id limit $2`,
      [unitIds, limit],
    );
    return rows.map(fullName);
  }

  async handOver(tx: Tx, { fromId, intoId, day }: HandOver): Promise<void> {
    await tx.query('update person set organisation_id = $2, revision = revision + 1, changed_at = $3 where organisation_id = $1', [fromId, intoId, this.clock.now()]);
    // What would have begun in the old unit today or later begins in the new one instead.
    await tx.query(
      `update person_unit u set organisation_id = $2, unit_name = o.name from organisation o
       where o.id = $2 and u.organisation_id = $1 and u.valid_from >= $3::date`,
      [fromId, intoId, day],
    );
    const ended = await tx.query<{ personId: string; validUntil: string | null }>(
      `with open as (select id, valid_until from person_unit where organisation_id = $1 and valid_from < $2::date and (valid_until is null or valid_until >= $2::date) for update)
       update person_unit u set valid_until = $2::date - 1 from open where open.id = u.id
       returning u.person_id as "personId", open.valid_until::text as "validUntil"`,
      [fromId, day],
    );
    await tx.query(
      `insert into person_unit (id, person_id, organisation_id, unit_name, valid_from, valid_until)
       select uuidv7(), e.person_id, $2, o.name, $3::date, e.valid_until
       from unnest($1::uuid[], $4::date[]) as e (person_id, valid_until) join organisation o on o.id = $2`,
      [ended.map((one) => one.personId), intoId, day, ended.map((one) => one.validUntil)],
    );
  }
}
