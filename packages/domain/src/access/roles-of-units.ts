import { Injectable } from '@nestjs/common';
import { permissionsOf, roles } from '@pamong/contract/permissions';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { sessionChannel } from '../accounts/session-channel.js';
import type { HandOver, ParentChange, UnitDependant } from '../organisations/unit-dependants.js';
import { UnitDependants } from '../organisations/unit-dependants.js';
import { fullName } from '../people/names.rules.js';

/** Roles by which somebody sees people or units. */
const watching = roles.filter((role) => permissionsOf[role].some((permission) => permission === 'person.read' || permission === 'unit.read' || permission === 'ledger.read'));
const shownWatchers = 20;

/** SQL: the assignment `r` has not ended by the moment of the parameter. */
function lasting(now: '$2' | '$3' | '$4'): string {
  return `r.ended_at is null and (r.valid_until is null or r.valid_until > ${now})`;
}

/** Joins role assignments to the tree: a merger hands them over, a move changes who sees what. */
@Injectable()
export class RolesOfUnits implements UnitDependant {
  readonly key = 'roles';

  constructor(
    dependants: UnitDependants,
    private readonly clock: Clock,
  ) {
    dependants.add(this);
  }

  async count(reader: Reader, unitIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await reader.query<{ id: string; count: number }>(
      `select organisation_id as id, count(*)::int as count from role_assignment r
       where organisation_id = any($1::uuid[]) and ${lasting('$2')} group by 1`,
      [unitIds, this.clock.now()],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** The rows at the old unit end and stay as history; what was delegated from them ends with them. */
  async handOver(tx: Tx, { fromId, intoId }: HandOver): Promise<void> {
    const now = this.clock.now();
    await tx.query(
      `insert into role_assignment (id, person_id, role, organisation_id, valid_from, valid_until, reason, granted_by)
       select uuidv7(), person_id, role, $2, greatest(valid_from, $3), valid_until, reason, granted_by from role_assignment r
       where organisation_id = $1 and ${lasting('$3')} on conflict do nothing`,
      [fromId, intoId, now],
    );
    const touched = await tx.query<{ personId: string }>(
      `update role_assignment r set ended_at = $2 where organisation_id = $1 and ${lasting('$2')} returning person_id as "personId"`,
      [fromId, now],
    );
    for (const { personId } of touched) await tx.query('select pg_notify($1, $2)', [sessionChannel, personId]);
  }

  async watchers(reader: Reader, { fromPath, toPath }: ParentChange): Promise<{ loses: string[]; gains: string[] }> {
    return { loses: await this.onlyAbove(reader, fromPath, toPath), gains: await this.onlyAbove(reader, toPath, fromPath) };
  }

  /** Who holds a watching role at or above the one place and not at or above the other. */
  private async onlyAbove(reader: Reader, path: string, other: string): Promise<string[]> {
    const rows = await reader.query<{ titleBefore: string | null; name: string; titleAfter: string | null }>(
      `select distinct p.title_before as "titleBefore", p.name, p.title_after as "titleAfter"
       from role_assignment r join organisation o on o.id = r.organisation_id join person p on p.id = r.person_id
       where o.path @> $1::ltree and not o.path @> $2::ltree and r.role = any($3::text[]) and r.valid_from <= $4 and ${lasting('$4')}
       order by p.name limit ${shownWatchers}`,
      [path, other, watching, this.clock.now()],
    );
    return rows.map(fullName);
  }
}
