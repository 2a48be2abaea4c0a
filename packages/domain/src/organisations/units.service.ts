import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Reader } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import type { OrgScope } from './org-scope.js';
import { UnitDependants } from './unit-dependants.js';
import type { CountedUnit, OrganisationEvent, UnitName, UnitRow } from './units.js';
import { UnitsRepository } from './units.repository.js';

const searchLimit = 50;

/** All that the page of a unit shows, but its heads. */
export interface UnitSheet extends CountedUnit {
  readonly way: readonly UnitName[];
  readonly mergedInto: UnitName | null;
  readonly peopleBelow: number;
  readonly unitsBelow: number;
  readonly events: readonly OrganisationEvent[];
}

/** Reads the tree of units. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly db: Database,
    private readonly units: UnitsRepository,
    private readonly dependants: UnitDependants,
  ) {}

  /**
   * Units directly below one, or the highest of the scope.
   * @throws Problem NOT_FOUND when the unit above does not exist; that it may be seen is checked by `mayRead`
   */
  async list(scope: OrgScope, parentId: string | null, closed: boolean, mayRead: (path: string) => boolean): Promise<CountedUnit[]> {
    if (parentId === null) return this.counted(await this.units.listTop(this.db, scope));
    const parent = await this.units.find(this.db, parentId);
    if (parent === null || !mayRead(parent.path)) throw new Problem('NOT_FOUND');
    return this.counted(await this.units.listChildren(this.db, parentId, closed));
  }

  /** Up to 50 hits with the way to each; `more` says that there are others. */
  async search(scope: OrgScope, text: string, closed: boolean): Promise<{ items: (CountedUnit & { way: UnitName[] })[]; more: boolean }> {
    if (text === '') return { items: [], more: false };
    const found = await this.units.search(this.db, scope, text, closed, searchLimit + 1);
    const shown = await this.counted(found.slice(0, searchLimit));
    const ways = await this.units.ways(this.db, shown.map((unit) => unit.id));
    return { items: shown.map((unit) => Object.assign(unit, { way: ways.get(unit.id) ?? [] })), more: found.length > searchLimit };
  }

  /** @throws Problem NOT_FOUND */
  async sheet(id: string, reader: Reader = this.db): Promise<UnitSheet> {
    const unit = await this.units.find(reader, id);
    if (unit === null) throw new Problem('NOT_FOUND');
    const below = await this.units.listSubtree(reader, unit.path);
    const people = await this.dependants.count(reader, 'people', below.map((one) => one.id));
    const mergedInto = unit.mergedIntoId === null ? null : await this.units.find(reader, unit.mergedIntoId);
    return {
      ...unit,
      people: people.get(id) ?? 0,
      peopleBelow: [...people.values()].reduce((sum, count) => sum + count, 0),
      unitsBelow: below.length - 1,
      way: (await this.units.ways(reader, [id])).get(id) ?? [],
      mergedInto: mergedInto === null ? null : { id: mergedInto.id, name: mergedInto.name },
      events: await this.units.listEvents(reader, id),
    };
  }

  private async counted(rows: readonly UnitRow[]): Promise<CountedUnit[]> {
    const people = await this.dependants.count(this.db, 'people', rows.map((row) => row.id));
    return rows.map((row) => ({ ...row, people: people.get(row.id) ?? 0 }));
  }
}
