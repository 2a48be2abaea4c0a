import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Role } from '@pamong/contract/permissions';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { leftStatuses } from '../people/person.rules.js';
import { assignmentCounts } from './grants.sql.js';

/** Where somebody administers: an agency, or with null the installation. */
interface AdminPlace {
  readonly role: 'agency_admin' | 'platform_admin';
  readonly agencyId: string | null;
  readonly name: string;
}

/** Which of a person's roles are about to go: all of them, those at one agency, or one. */
export interface AdminLoss {
  readonly personIds: readonly string[];
  readonly agencyId?: string;
  readonly role?: Role;
}

/** Somebody who administers now: the role `r` counts, the account is open, and the person `p` is still there. */
const administers = (now: string) => `role_assignment r join person p on p.id = r.person_id and p.merged_into_id is null and p.status <> all('{${leftStatuses.join(',')}}')
  join account a on a.person_id = p.id and a.disabled_at is null
  join organisation o on o.id = r.organisation_id and ${assignmentCounts('r', now)}`;

/** Keeps an admin in every agency that has one, and one in the installation. Asked by whatever takes a role or its use away. */
@Injectable()
export class LastAdmins {
  constructor(private readonly clock: Clock) {}

  /**
   * Refuses to go on when afterwards nobody could administer a place where one of these people does. Whoever else takes admins of the
   * same place waits until this transaction ends, so two at once cannot each believe that the other stays.
   * @throws Problem LAST_ADMIN { place }, LAST_PLATFORM_ADMIN
   */
  async refuseWithout(tx: Tx, loss: AdminLoss): Promise<void> {
    const places = await this.placesOf(tx, loss);
    for (const { agencyId } of places) await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`admins of ${agencyId ?? 'platform'}`]);
    const problem = places.length === 0 ? null : await this.problem(tx, loss);
    if (problem !== null) throw problem;
  }

  /** The same question without waiting: for pages that say why something has not happened. */
  async problem(reader: Reader, loss: AdminLoss): Promise<Problem | null> {
    for (const place of await this.placesOf(reader, loss)) {
      const others = await reader.query(
        `select 1 from ${administers('$4')} where r.role = $1 and ($2::uuid is null or o.agency_id = $2) and r.person_id <> all($3::uuid[]) limit 1`,
        [place.role, place.agencyId, loss.personIds, this.clock.now()],
      );
      if (others.length === 0) return place.agencyId === null ? new Problem('LAST_PLATFORM_ADMIN') : new Problem('LAST_ADMIN', { place: place.name });
    }
    return null;
  }

  /** In one order, so that two who lock several do not wait for each other. */
  private placesOf(reader: Reader, { personIds, agencyId, role }: AdminLoss): Promise<AdminPlace[]> {
    return reader.query<AdminPlace>(
      `select distinct r.role, case when r.role = 'agency_admin' then o.agency_id end as "agencyId", case when r.role = 'agency_admin' then o.name else '' end as name
       from ${administers('$2')}
       where r.person_id = any($1::uuid[]) and r.role in ('agency_admin', 'platform_admin') and ($3::uuid is null or o.agency_id = $3) and ($4::text is null or r.role = $4)
       order by 2 nulls last, 1`,
      [personIds, this.clock.now(), agencyId ?? null, role ?? null],
    );
  }
}
