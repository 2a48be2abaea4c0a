import { Injectable } from '@nestjs/common';
import type { Role } from '@pamong/contract/permissions';
import type { Reader } from '@pamong/platform/database/database';
import { assignmentCounts, delegationCounts } from './grants.sql.js';

/** A role that counts for a person now, with where it comes from. */
export interface ExplainedGrant {
  readonly role: Role;
  /** Empty for the whole platform. */
  readonly path: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly isAgency: boolean;
  readonly from: Date;
  readonly until: Date | null;
  /** Name of whoever lent it; null for a role of the person's own. */
  readonly lentBy: string | null;
}

@Injectable()
export class ExplanationsRepository {
  /** Everything that counts for a person now: the same rows that a request is judged by. */
  listGrants(reader: Reader, personId: string, now: Date): Promise<ExplainedGrant[]> {
    const place = `case when r.role = 'platform_admin' then '' else o.path::text end as path, o.id as "organisationId", o.name as "organisationName", o.parent_id is null as "isAgency"`;
    return reader.query<ExplainedGrant>(
      `select r.role, ${place}, r.valid_from as "from", r.valid_until as until, null as "lentBy"
       from role_assignment r join organisation o on o.id = r.organisation_id
       where r.person_id = $1 and ${assignmentCounts('r', '$2')}
       union all
       select r.role, ${place}, greatest(d.valid_from, r.valid_from), least(d.valid_until, r.valid_until), lender.name
       from delegation d
       join delegation_role dr on dr.delegation_id = d.id
       join role_assignment r on r.id = dr.assignment_id and r.person_id = d.from_person_id
       join organisation o on o.id = dr.organisation_id
       join person lender on lender.id = d.from_person_id
       where d.to_person_id = $1 and ${delegationCounts('d', '$2')} and ${assignmentCounts('r', '$2')}
       order by "organisationName", role`,
      [personId, now],
    );
  }

  /** The person with the place of their own unit; null when there is none. */
  async findPerson(reader: Reader, personId: string) {
    const [row] = await reader.query<{
      id: string; titleBefore: string | null; name: string; titleAfter: string | null; unit: string; organisationId: string; path: string;
    }>(
      `select p.id, p.title_before as "titleBefore", p.name, p.title_after as "titleAfter", o.name as unit, o.id as "organisationId", o.path::text as path
       from person p join organisation o on o.id = p.organisation_id where p.id = $1`,
      [personId],
    );
    return row ?? null;
  }
}
