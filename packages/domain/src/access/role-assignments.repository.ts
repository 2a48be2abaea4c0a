import { Injectable } from '@nestjs/common';
import type { Role } from '@pamong/contract/permissions';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { OrgScope } from '../organisations/org-scope.js';
import { platformPath } from './actor.js';
import { assignmentCounts } from './grants.sql.js';
import { RoleAssignmentEntity } from './role-assignment.entity.js';

/** A role with the names that a list shows. */
export interface AssignmentRow {
  readonly id: string;
  readonly personId: string;
  readonly titleBefore: string | null;
  readonly name: string;
  readonly titleAfter: string | null;
  readonly unit: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly isAgency: boolean;
  readonly path: string;
  readonly agencyId: string;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly endedAt: Date | null;
  readonly reason: string | null;
  readonly grantedBy: string | null;
  readonly endedBy: string | null;
}

export interface AssignmentFilter {
  readonly scope: OrgScope;
  readonly text: string;
  readonly personId: string | null;
  readonly role: Role | null;
  readonly organisationId: string | null;
  readonly state: 'active' | 'upcoming' | 'ended' | null;
  readonly limit: number;
  readonly offset: number;
}

const columns = `
  ra.id, ra.person_id as "personId", p.title_before as "titleBefore", p.name, p.title_after as "titleAfter", pu.name as unit, ra.role,
  ra.organisation_id as "organisationId", o.name as "organisationName", o.parent_id is null as "isAgency", o.path::text as path, o.agency_id as "agencyId",
  ra.valid_from as "validFrom", ra.valid_until as "validUntil", ra.ended_at as "endedAt", ra.reason,
  (select name from person where id = ra.granted_by) as "grantedBy", (select name from person where id = ra.ended_by) as "endedBy"`;

const tables = `
  role_assignment ra join person p on p.id = ra.person_id join organisation pu on pu.id = p.organisation_id
  join organisation o on o.id = ra.organisation_id`;

/** True where the organisation of alias `o` lies in the scope: $1 paths, $2 the whole platform. */
const inScope = '($2 or o.path <@ any($1::ltree[]))';

const scopeParams = (scope: OrgScope): [string[], boolean] => [scope.paths.filter((path) => path !== platformPath), scope.paths.includes(platformPath)];

@Injectable()
export class RoleAssignmentsRepository {
  /** One page of the roles in a scope, those that count first, by name; with the length of the whole. */
  async list(reader: Reader, filter: AssignmentFilter, now: Date): Promise<{ items: AssignmentRow[]; total: number }> {
    const rows = await reader.query<AssignmentRow & { total: number }>(
      `select ${columns}, count(*) over ()::int as total
       from ${tables}
       where ${inScope}
         and ($4 = '' or strpos(lower(p.name), lower($4)) > 0)
         and ($5::uuid is null or ra.person_id = $5)
         and ($6::text is null or ra.role = $6)
         and ($7::uuid is null or o.path <@ (select path from organisation where id = $7))
         and case $8 when 'active' then ${assignmentCounts('ra', '$3')}
                     when 'upcoming' then ra.ended_at is null and ra.valid_from > $3
                     when 'ended' then ra.ended_at is not null or ra.valid_until <= $3
                     else true end
       order by (ra.ended_at is not null or ra.valid_until <= $3) is true, lower(p.name), p.id, ra.valid_from desc, ra.id
       limit $9 offset $10`,
      [...scopeParams(filter.scope), now, filter.text, filter.personId, filter.role, filter.organisationId, filter.state ?? '', filter.limit, filter.offset],
    );
    return { items: rows, total: rows[0]?.total ?? 0 };
  }

  async find(reader: Reader, id: string): Promise<AssignmentRow | null> {
    const [row] = await reader.query<AssignmentRow>(`select ${columns} from ${tables} where ra.id = $1`, [id]);
    return row ?? null;
  }

  async insert(tx: Tx, assignment: RoleAssignmentEntity): Promise<void> {
    await tx.repository(RoleAssignmentEntity).insert(assignment);
  }

  /** @returns false when it had ended before */
  async updateEnd(tx: Tx, id: string, by: string, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `update role_assignment set ended_at = $3, ended_by = $2 where id = $1 and ended_at is null and (valid_until is null or valid_until > $3) returning id`,
      [id, by, at],
    );
    return rows.length === 1;
  }

  /** Takes back an ending that is younger than `since`. @returns false when there is none */
  async updateRestored(tx: Tx, id: string, since: Date): Promise<boolean> {
    const rows = await tx.query('update role_assignment set ended_at = null, ended_by = null where id = $1 and ended_at >= $2 returning id', [id, since]);
    return rows.length === 1;
  }

  /** People of a scope whose name or number holds the text, by name. */
  listPeople(reader: Reader, scope: OrgScope, text: string, limit: number) {
    return reader.query<{ id: string; titleBefore: string | null; name: string; titleAfter: string | null; unit: string }>(
      `select p.id, p.title_before as "titleBefore", p.name, p.title_after as "titleAfter", o.name as unit
       from person p join organisation o on o.id = p.organisation_id
       where ${inScope} and p.merged_into_id is null
         and (strpos(lower(p.name), lower($3)) > 0
              or exists (select 1 from person_number n where n.person_id = p.id and n.valid_until is null and n.number = $3))
       order by p.name, p.id limit $4`,
      [...scopeParams(scope), text, limit],
    );
  }

  /** Is the person's unit in the scope? */
  async hasPerson(reader: Reader, scope: OrgScope, personId: string): Promise<boolean> {
    const rows = await reader.query(`select 1 from person p join organisation o on o.id = p.organisation_id where ${inScope} and p.id = $3 and p.merged_into_id is null`, [...scopeParams(scope), personId]);
    return rows.length > 0;
  }

  /** Open organisations of a scope whose name holds the text: agencies first, then from the top down. */
  listPlaces(reader: Reader, scope: OrgScope, text: string, limit: number) {
    return reader.query<{ id: string; name: string; isAgency: boolean; path: string }>(
      `select o.id, o.name, o.parent_id is null as "isAgency", o.path::text as path
       from organisation o
       where ${inScope} and o.closed_at is null and ($3 = '' or strpos(lower(o.name || ' ' || o.short_name), lower($3)) > 0)
       order by nlevel(o.path), o.name, o.id limit $4`,
      [...scopeParams(scope), text, limit],
    );
  }
}
