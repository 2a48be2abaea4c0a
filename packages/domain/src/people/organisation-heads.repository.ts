import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { OrganisationHeadEntity } from './organisation-head.entity.js';

/** A head with the name that lists show. */
export type NamedHead = Pick<OrganisationHeadEntity, 'id' | 'personId' | 'acting' | 'validFrom' | 'validUntil'> & {
  readonly titleBefore: string | null;
  readonly name: string;
  readonly titleAfter: string | null;
};

@Injectable()
export class OrganisationHeadsRepository {
  /** Heads of today and of days to come, and those of the past, newest first. */
  list(reader: Reader, organisationId: string): Promise<NamedHead[]> {
    return reader.query<NamedHead>(
      `select h.id, h.person_id as "personId", h.acting, h.valid_from::text as "validFrom", h.valid_until::text as "validUntil",
              p.title_before as "titleBefore", p.name, p.title_after as "titleAfter"
       from organisation_head h join person p on p.id = h.person_id
       where h.organisation_id = $1 order by h.valid_from desc, h.id desc limit 100`,
      [organisationId],
    );
  }

  async insert(tx: Tx, head: OrganisationHeadEntity): Promise<void> {
    await tx.repository(OrganisationHeadEntity).insert(head);
  }

  /** Ends one head on a day; a time that would not have begun by then is taken away. False when the unit has no such head. */
  async end(tx: Tx, organisationId: string, headId: string, on: string): Promise<boolean> {
    const gone = await tx.query('delete from organisation_head where id = $1 and organisation_id = $2 and valid_from > $3::date returning id', [headId, organisationId, on]);
    if (gone.length > 0) return true;
    const ended = await tx.query('update organisation_head set valid_until = $3::date where id = $1 and organisation_id = $2 returning id', [headId, organisationId, on]);
    return ended.length > 0;
  }

  /** Ends everybody who heads the unit on that day or later. */
  async endAll(tx: Tx, organisationId: string, on: string): Promise<void> {
    await tx.query('delete from organisation_head where organisation_id = $1 and valid_from > $2::date', [organisationId, on]);
    await tx.query('update organisation_head set valid_until = $2::date where organisation_id = $1 and (valid_until is null or valid_until > $2::date)', [organisationId, on]);
  }

  async count(reader: Reader, unitIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await reader.query<{ id: string; count: number }>(
      'select organisation_id as id, count(*)::int as count from organisation_head where organisation_id = any($1::uuid[]) and valid_until is null group by 1',
      [unitIds],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}
