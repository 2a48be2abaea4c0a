import { Injectable } from '@nestjs/common';
import type { Role } from '@pamong/contract/permissions';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { DelegationRoleEntity } from './delegation-role.entity.js';
import { DelegationEntity } from './delegation.entity.js';
import type { OrgScope } from '../organisations/org-scope.js';
import { platformPath } from './actor.js';
import { assignmentCounts, delegationCounts } from './grants.sql.js';

/** Names of a person for a list. */
export interface DelegationPerson {
  readonly id: string;
  readonly titleBefore: string | null;
  readonly name: string;
  readonly titleAfter: string | null;
  readonly unit: string;
}

export interface DelegationPlace {
  readonly id: string;
  readonly name: string;
  readonly isAgency: boolean;
}

export interface DelegationRow {
  readonly id: string;
  readonly giver: DelegationPerson;
  readonly taker: DelegationPerson;
  readonly reason: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly endedAt: Date | null;
  readonly roles: readonly { readonly role: Role; readonly path: string; readonly organisation: DelegationPlace }[];
}

/** A role of a person's own that counts now. */
export interface OwnRole {
  readonly assignmentId: string;
  readonly role: Role;
  readonly path: string;
  readonly organisation: DelegationPlace;
}

const person = (row: string) => `jsonb_build_object('id', ${row}.id, 'titleBefore', ${row}.title_before, 'name', ${row}.name, 'titleAfter', ${row}.title_after,
  'unit', (select name from organisation where id = ${row}.organisation_id))`;
const place = `jsonb_build_object('id', o.id, 'name', o.name, 'isAgency', o.parent_id is null)`;
const columns = `d.id, ${person('giver')} as giver, ${person('taker')} as taker, d.reason, d.valid_from as "validFrom", d.valid_until as "validUntil",
              d.ended_at as "endedAt",
              (select jsonb_agg(jsonb_build_object('role', r.role, 'path', o.path::text, 'organisation', ${place}) order by r.role)
               from delegation_role dr join role_assignment r on r.id = dr.assignment_id join organisation o on o.id = dr.organisation_id
               where dr.delegation_id = d.id) as roles`;
const tables = 'delegation d join person giver on giver.id = d.from_person_id join person taker on taker.id = d.to_person_id';

/** Which delegations of other people are asked for. */
export interface OthersFilter {
  readonly scope: OrgScope;
  readonly exceptPersonId: string;
  readonly text: string;
  readonly state: 'active' | 'upcoming' | 'ended' | null;
  readonly limit: number;
  readonly offset: number;
}

/** Organisations at or below a place where the person of $1 holds a role of their own now ($2). */
const ownPlaces = `exists (
  select 1 from role_assignment r join organisation own on own.id = r.organisation_id
  where r.person_id = $1 and ${assignmentCounts('r', '$2')} and o.path <@ own.path)`;

@Injectable()
export class DelegationsRepository {
  /** Delegations that a person gave or received, newest first; all of them, or one. */
  list(reader: Reader, personId: string, delegationId: string | null = null): Promise<DelegationRow[]> {
    return reader.query<DelegationRow>(
      `select ${columns} from ${tables}
       where $1 in (d.from_person_id, d.to_person_id) and ($2::uuid is null or d.id = $2)
       order by d.valid_from desc, d.id limit 200`,
      [personId, delegationId],
    );
  }

  /** One page of what others lend of roles that count in the scope, those that count first. */
  async listOthers(reader: Reader, { scope, exceptPersonId, text, state, limit, offset }: OthersFilter, now: Date): Promise<{ items: DelegationRow[]; total: number }> {
    const rows = await reader.query<DelegationRow & { total: number }>(
      `select ${columns}, count(*) over ()::int as total from ${tables}
       where $1 not in (d.from_person_id, d.to_person_id)
         and exists (select 1 from delegation_role dr join organisation o on o.id = dr.organisation_id where dr.delegation_id = d.id and ($3 or o.path <@ any($2::ltree[])))
         and ($4 = '' or strpos(lower(giver.name), lower($4)) > 0 or strpos(lower(taker.name), lower($4)) > 0)
         and case $5 when 'active' then ${delegationCounts('d', '$6')}
                     when 'upcoming' then d.ended_at is null and d.valid_from > $6
                     when 'ended' then d.ended_at is not null or d.valid_until <= $6
                     else true end
       order by (d.ended_at is not null or d.valid_until <= $6), d.valid_from desc, d.id limit $7 offset $8`,
      [exceptPersonId, scope.paths.filter((path) => path !== platformPath), scope.paths.includes(platformPath), text, state ?? '', now, limit, offset],
    );
    return { items: rows, total: rows[0]?.total ?? 0 };
  }

  async find(reader: Reader, id: string): Promise<DelegationRow | null> {
    const [row] = await reader.query<DelegationRow>(`select ${columns} from ${tables} where d.id = $1`, [id]);
    return row ?? null;
  }

  /** Both people of a delegation; null when there is none. */
  async findPeople(reader: Reader, id: string): Promise<{ giverId: string; giver: string; takerId: string; taker: string } | null> {
    const [row] = await reader.query<{ giverId: string; giver: string; takerId: string; taker: string }>(
      `select giver.id as "giverId", giver.name as giver, taker.id as "takerId", taker.name as taker
       from delegation d join person giver on giver.id = d.from_person_id join person taker on taker.id = d.to_person_id where d.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** A person's own roles that count now; what is lent to them is not among them. */
  listOwnRoles(reader: Reader, personId: string, now: Date): Promise<OwnRole[]> {
    return reader.query<OwnRole>(
      `select r.id as "assignmentId", r.role, o.path::text as path, ${place} as organisation
       from role_assignment r join organisation o on o.id = r.organisation_id
       where r.person_id = $1 and ${assignmentCounts('r', '$2')} order by o.name, r.role`,
      [personId, now],
    );
  }

  /** Open organisations at or below the places of a person's own roles. */
  listPlaces(reader: Reader, personId: string, now: Date, text: string, limit: number): Promise<DelegationPlace[]> {
    return reader.query<DelegationPlace>(
      `select o.id, o.name, o.parent_id is null as "isAgency" from organisation o
       where o.closed_at is null and ${ownPlaces} and strpos(lower(o.name || ' ' || o.short_name), lower($3)) > 0
       order by nlevel(o.path), o.name, o.id limit $4`,
      [personId, now, text, limit],
    );
  }

  /** Colleagues of an agency whose name or number holds the text. */
  listColleagues(reader: Reader, agencyId: string, exceptPersonId: string, text: string, limit: number): Promise<DelegationPerson[]> {
    return reader.query<DelegationPerson>(
      `select p.id, p.title_before as "titleBefore", p.name, p.title_after as "titleAfter", o.name as unit
       from person p join organisation o on o.id = p.organisation_id
       where p.agency_id = $1 and p.id <> $2 and p.merged_into_id is null
         and (strpos(lower(p.name), lower($3)) > 0
              or exists (select 1 from person_number n where n.person_id = p.id and n.valid_until is null and n.number = $3))
       order by p.name, p.id limit $4`,
      [agencyId, exceptPersonId, text, limit],
    );
  }

  async insert(tx: Tx, delegation: DelegationEntity, roles: readonly DelegationRoleEntity[]): Promise<void> {
    await tx.repository(DelegationEntity).insert(delegation);
    await tx.repository(DelegationRoleEntity).insert([...roles]);
  }

  /** Ends a delegation. @returns whose rights that changes; null when there was nothing to end */
  async updateEnd(tx: Tx, id: string, by: string, at: Date): Promise<{ takerId: string } | null> {
    const [row] = await tx.query<{ takerId: string }>(
      `update delegation set ended_at = $3, ended_by = $2
       where id = $1 and ended_at is null and valid_until > $3 returning to_person_id as "takerId"`,
      [id, by, at],
    );
    return row ?? null;
  }
}
