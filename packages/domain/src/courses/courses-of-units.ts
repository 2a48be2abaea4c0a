import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { HandOver, UnitDependant } from '../organisations/unit-dependants.js';
import { UnitDependants } from '../organisations/unit-dependants.js';

/** Joins courses to the tree: a merger gives them to the unit that goes on. What is published keeps the name it was published with. */
@Injectable()
export class CoursesOfUnits implements UnitDependant {
  readonly key = 'courses';

  constructor(dependants: UnitDependants) {
    dependants.add(this);
  }

  async count(reader: Reader, unitIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await reader.query<{ id: string; count: number }>('select owner_id as id, count(*)::int as count from course where owner_id = any($1::uuid[]) group by 1', [unitIds]);
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  async handOver(tx: Tx, { fromId, intoId }: HandOver): Promise<void> {
    await tx.query('update course set owner_id = $2 where owner_id = $1', [fromId, intoId]);
  }
}
