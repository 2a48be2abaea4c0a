import { Injectable } from '@nestjs/common';
import type { LikelySamePerson } from '@pamong/contract/merging';
import { Database } from '@pamong/platform/database/database';
import type { Reader } from '@pamong/platform/database/database';
import type * as z from 'zod';
import type { OrgScope } from '../organisations/org-scope.js';
import { inScope } from '../organisations/org-scope.js';
import { MergingRepository } from './merging.repository.js';
import { currentNumber } from './merging.rules.js';
import { fullName } from './names.rules.js';
import type { LikelySame } from './sameness-signs.js';
import { SamenessSigns } from './sameness-signs.js';

/** A page has room for a few; more of them are no hint any longer. */
const most = 5;

/** Finds records that may be the same person: "mungkin orang yang sama". */
@Injectable()
export class LikelySameService {
  constructor(
    private readonly db: Database,
    private readonly records: MergingRepository,
    private readonly signs: SamenessSigns,
  ) {
    signs.add((reader, personId) => this.byOwnFacts(reader, personId));
  }

  /** @param manages only people whom the caller may change are named */
  async list(personId: string, manages: OrgScope): Promise<z.input<typeof LikelySamePerson>[]> {
    const found = await this.signs.of(this.db, personId);
    const ids = [...new Set(found.map((one) => one.personId))].filter((id) => id !== personId);
    if (ids.length === 0) return [];
    const records = [...(await this.records.list(this.db, ids)).values()].filter((record) => record.mergedIntoId === null && inScope(manages, record.path)).slice(0, most);
    const numbers = await this.records.listNumbers(this.db, records.map((record) => record.personId));
    return records.map((record) => ({
      personId: record.personId,
      fullName: fullName(record),
      unit: record.unit,
      number: currentNumber(numbers.filter((one) => one.personId === record.personId))?.number ?? null,
      signs: [...new Set(found.filter((one) => one.personId === record.personId).map((one) => one.sign))],
    }));
  }

  private byOwnFacts(reader: Reader, personId: string): Promise<LikelySame[]> {
    return reader.query<LikelySame>(
      `select o.person_id as "personId", 'number' as sign from person_number n join person_number o on o.number = n.number and o.person_id <> n.person_id where n.person_id = $1
       union
       select o.id, 'name_and_birth' from person p join person o on o.birth_date = p.birth_date and o.id <> p.id and o.merged_into_id is null
         and lower(unaccent(o.name)) = lower(unaccent(p.name)) where p.id = $1
       limit 50`,
      [personId],
    );
  }
}
