import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';
import type { OrgScope } from '../organisations/org-scope.js';

/** A unit as a table names it. */
export interface NamedUnit {
  readonly id: string;
  readonly agencyId: string;
  readonly parentId: string | null;
  readonly code: string | null;
  readonly name: string;
}

@Injectable()
export class PeopleExportRepository {
  /** All units of the agencies in which the scope lies: a name is only clear beside all others. */
  async listUnits(reader: Reader, { paths }: OrgScope): Promise<NamedUnit[]> {
    return reader.query<NamedUnit>(
      `select id, agency_id as "agencyId", parent_id as "parentId", code, name from organisation
       where $1::boolean or agency_id = any($2::uuid[])`,
      [paths.includes(''), paths.filter((path) => path !== '').map((path) => path.split('.')[0])],
    );
  }

  /** Numbers that these people hold now. */
  async listNumbers(reader: Reader, personIds: readonly string[]): Promise<Map<string, string>> {
    if (personIds.length === 0) return new Map();
    const rows = await reader.query<{ personId: string; number: string }>(
      `select person_id as "personId", number from person_number where person_id = any($1::uuid[]) and valid_until is null and kind <> 'NIP_OLD'`,
      [personIds],
    );
    return new Map(rows.map((row) => [row.personId, row.number]));
  }
}
