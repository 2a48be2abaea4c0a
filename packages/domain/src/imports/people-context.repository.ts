import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';
import type { IndexedUnit } from './unit-index.js';

/** Reads for the dry run, each for the whole file at once. */
@Injectable()
export class PeopleContextRepository {
  async listUnits(reader: Reader, agencyId: string): Promise<IndexedUnit[]> {
    return reader.query<IndexedUnit>(
      `select id, parent_id as "parentId", code, name, short_name as "shortName", unit_kind as "unitKind", time_zone as "timeZone", path::text as path,
              closed_at is not null as closed, revision
       from organisation where agency_id = $1`,
      [agencyId],
    );
  }

  /** People of the agency who have one of these addresses. */
  async listIdsByEmail(reader: Reader, agencyId: string, emails: readonly string[]): Promise<string[]> {
    if (emails.length === 0) return [];
    const rows = await reader.query<{ id: string }>('select id from person where agency_id = $1 and email = any($2::citext[]) and merged_into_id is null', [agencyId, emails]);
    return rows.map((row) => row.id);
  }

  /** Names and supervisors of today of everybody in the agency. */
  async listSupervision(reader: Reader, agencyId: string): Promise<{ id: string; name: string; supervisorId: string | null }[]> {
    return reader.query('select id, name, supervisor_id as "supervisorId" from person where agency_id = $1 and merged_into_id is null', [agencyId]);
  }

  async listRevisions(reader: Reader, ids: readonly string[]): Promise<Map<string, { revision: number; merged: boolean }>> {
    const rows = await reader.query<{ id: string; revision: number; merged: boolean }>(
      'select id, revision, merged_into_id is not null as merged from person where id = any($1::uuid[])', [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
