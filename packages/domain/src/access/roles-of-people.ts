import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Tx } from '@pamong/platform/database/database';
import { sessionChannel } from '../accounts/session-channel.js';
import { LeavingChecks } from '../people/leaving-checks.js';
import type { PersonPart } from '../people/person-parts.js';
import { PersonParts } from '../people/person-parts.js';
import { LastAdmins } from './last-admins.js';

/** Roles end at the agency that somebody leaves, and what colleagues there have lent. */
@Injectable()
export class RolesOfPeople implements PersonPart {
  constructor(
    parts: PersonParts,
    leaving: LeavingChecks,
    private readonly lastAdmins: LastAdmins,
    private readonly clock: Clock,
  ) {
    parts.add(this);
    leaving.add({ refuse: (tx, who) => lastAdmins.refuseWithout(tx, who), problem: (reader, who) => lastAdmins.problem(reader, who) });
  }

  async leave(tx: Tx, personId: string, agencyId: string): Promise<void> {
    await this.lastAdmins.refuseWithout(tx, { personIds: [personId], agencyId });
    await tx.query(
      `update role_assignment r set ended_at = $2 from organisation o
       where o.id = r.organisation_id and r.person_id = $1 and o.agency_id = $3 and r.ended_at is null and (r.valid_until is null or r.valid_until > $2)`,
      [personId, this.clock.now(), agencyId],
    );
    await tx.query(
      `update delegation d set ended_at = $2 from person lender
       where lender.id = d.from_person_id and lender.agency_id = $3 and d.to_person_id = $1 and d.ended_at is null and d.valid_until > $2`,
      [personId, this.clock.now(), agencyId],
    );
    await tx.query('select pg_notify($1, $2)', [sessionChannel, personId]);
  }
}
