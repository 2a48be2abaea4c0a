import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader } from '@pamong/platform/database/database';
import { LoginChangeChecks } from '../people/login-change-checks.js';
import type { Grant } from './actor.js';
import { Actor } from './actor.js';
import { grantsOf } from './grants.sql.js';

/** Compares what people may do: nobody gets at the rights of somebody who may do more than they. */
@Injectable()
export class RightsService {
  constructor(
    private readonly clock: Clock,
    checks: LoginChangeChecks,
  ) {
    checks.add(async (tx, actorId, personIds) => {
      const [personId] = await this.beyondOf(tx, actorId, personIds);
      if (personId !== undefined) throw new Problem('PERSON_BEYOND_YOURS', { personId });
    });
  }

  /** Those of the people who may do more than the actor, now or by a role or delegation that is still to come; never the actor. */
  async beyond(reader: Reader, actor: Actor, personIds: readonly string[]): Promise<Set<string>> {
    const held = await reader.query<{ personId: string } & Grant>(
      `select r.person_id as "personId", r.role, case when r.role = 'platform_admin' then '' else o.path::text end as path
       from role_assignment r join organisation o on o.id = r.organisation_id
       where r.person_id = any($1::uuid[]) and r.ended_at is null and (r.valid_until is null or r.valid_until > $2)
       union
       select d.to_person_id, r.role, o.path::text
       from delegation d join delegation_role dr on dr.delegation_id = d.id join role_assignment r on r.id = dr.assignment_id
       join organisation o on o.id = dr.organisation_id
       where d.to_person_id = any($1::uuid[]) and d.ended_at is null and d.valid_until > $2 and r.ended_at is null and (r.valid_until is null or r.valid_until > $2)`,
      [personIds, this.clock.now()],
    );
    return new Set(held.filter(({ personId, role, path }) => personId !== actor.personId && !actor.holdsAllOf(role, path)).map(({ personId }) => personId));
  }

  /** `beyond` for an actor who is known by id alone. */
  async beyondOf(reader: Reader, actorId: string, personIds: readonly string[]): Promise<Set<string>> {
    return this.beyond(reader, await this.actorOf(reader, actorId), personIds);
  }

  /** Somebody for whom a job acts, or who is known by id alone. */
  async actorOf(reader: Reader, personId: string): Promise<Actor> {
    const [row] = await reader.query<{ grants: Grant[] }>(`select ${grantsOf('$1::uuid', '$2')} as grants`, [personId, this.clock.now()]);
    return new Actor(personId, '', '', '', '', row?.grants ?? []);
  }
}
