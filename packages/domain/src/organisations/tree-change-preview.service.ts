import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Database } from '@pamong/platform/database/database';
import type { TreeObstacle } from './tree-change.rules.js';
import { obstacleOf } from './tree-change.rules.js';
import type { UnitName, UnitRow } from './units.js';
import type { UnitDependant } from './unit-dependants.js';
import { UnitDependants } from './unit-dependants.js';
import { UnitsRepository } from './units.repository.js';

const shownNames = 12;

/** Whom and what a change of the tree would touch. */
export interface TreeChangePreview {
  readonly unit: UnitName;
  readonly into: UnitName;
  readonly units: UnitName[];
  readonly unitCount: number;
  readonly peopleCount: number;
  readonly people: string[];
  readonly belongings: { key: 'roles' | 'courses'; count: number }[];
  readonly loses: string[];
  readonly gains: string[];
  readonly obstacle: TreeObstacle | null;
}

/** Shows a move or a merger before it is made. */
@Injectable()
export class TreeChangePreviewService {
  constructor(
    private readonly db: Database,
    private readonly units: UnitsRepository,
    private readonly dependants: UnitDependants,
  ) {}

  /**
   * A merger touches the unit itself; a move takes along what lies below it. People below are counted for both,
   * since who sees them may be another afterwards.
   * @throws Problem NOT_FOUND when one of the units does not exist, or the caller may not change the one that takes the other
   */
  async preview(kind: 'move' | 'merge', unitId: string, intoId: string, mayManage: (path: string) => boolean): Promise<TreeChangePreview> {
    const [unit, into] = [await this.units.find(this.db, unitId), await this.units.find(this.db, intoId)];
    if (unit === null || into === null || !mayManage(into.path)) throw new Problem('NOT_FOUND');
    const obstacle = obstacleOf(unit, into);
    const below = await this.units.listSubtree(this.db, unit.path);
    const ids = below.map((one) => one.id);
    const others = below.filter((one) => one.id !== unitId);
    return {
      unit: nameOf(unit),
      into: nameOf(into),
      units: others.slice(0, shownNames),
      unitCount: others.length,
      peopleCount: await this.dependants.total(this.db, 'people', ids),
      people: await this.namesOf('people', ids),
      belongings: await this.belongings(kind === 'merge' ? [unitId] : ids),
      ...(obstacle === null ? await this.watchers(unit, into) : { loses: [], gains: [] }),
      obstacle,
    };
  }

  private async belongings(ids: readonly string[]): Promise<TreeChangePreview['belongings']> {
    const counted = await Promise.all((['roles', 'courses'] as const).map(async (key) => ({ key, count: await this.dependants.total(this.db, key, ids) })));
    return counted.filter(({ count }) => count > 0);
  }

  private async namesOf(key: UnitDependant['key'], ids: readonly string[]): Promise<string[]> {
    const found = this.dependants.all().find((one) => one.key === key);
    return (await found?.names?.(this.db, ids, shownNames)) ?? [];
  }

  private async watchers(unit: UnitRow, into: UnitRow): Promise<{ loses: string[]; gains: string[] }> {
    const change = { fromPath: unit.path.split('.').slice(0, -1).join('.'), toPath: into.path };
    const found = await Promise.all(this.dependants.all().map(async (one) => one.watchers?.(this.db, change)));
    return { loses: found.flatMap((one) => one?.loses ?? []), gains: found.flatMap((one) => one?.gains ?? []) };
  }
}

function nameOf({ id, name }: UnitRow): UnitName {
  return { id, name };
}
