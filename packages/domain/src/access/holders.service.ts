import { Injectable } from '@nestjs/common';
import type { Permission, Role } from '@pamong/contract/permissions';
import { roles } from '@pamong/contract/permissions';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader } from '@pamong/platform/database/database';
import { permissionsOfGrant } from './actor.js';
import { assignmentCounts, delegationCounts } from './grants.sql.js';

/** Who holds a permission, asked from the other end: for whoever has news that somebody must act upon. */
@Injectable()
export class HoldersService {
  constructor(private readonly clock: Clock) {}

  /**
   * People who hold the permission in the whole of an agency today, by a role of their own or one lent to them. Platform admins hold everything
   * everywhere and are named only where an agency has nobody else.
   */
  async ofAgency(reader: Reader, permission: Permission, agencyId: string): Promise<string[]> {
    const own = rolesWith(permission, false).filter((role) => role !== 'platform_admin');
    const holders = await reader.query<{ personId: string }>(
      `select r.person_id as "personId" from role_assignment r
       where r.organisation_id = $1 and r.role = any($2) and ${assignmentCounts('r', '$4')}
       union
       select d.to_person_id from delegation d join delegation_role dr on dr.delegation_id = d.id join role_assignment r on r.id = dr.assignment_id
       where dr.organisation_id = $1 and r.role = any($3) and ${delegationCounts('d', '$4')} and ${assignmentCounts('r', '$4')}`,
      [agencyId, own, rolesWith(permission, true), this.clock.now()],
    );
    if (holders.length > 0) return holders.map(({ personId }) => personId);
    const admins = await reader.query<{ personId: string }>(
      `select distinct r.person_id as "personId" from role_assignment r where r.role = 'platform_admin' and ${assignmentCounts('r', '$1')}`,
      [this.clock.now()],
    );
    return admins.map(({ personId }) => personId);
  }
}

function rolesWith(permission: Permission, delegated: boolean): Role[] {
  return roles.filter((role) => permissionsOfGrant({ role, delegated }).includes(permission));
}
