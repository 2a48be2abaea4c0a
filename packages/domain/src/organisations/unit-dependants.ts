import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';

/** One unit gives all that it has to another. */
export interface HandOver {
  readonly fromId: string;
  readonly intoId: string;
  /** Day from which it counts, `YYYY-MM-DD` in the agency's zone. */
  readonly day: string;
}

/** Places of a unit in the tree before and after a change, as ltree paths of the unit above. */
export interface ParentChange {
  readonly fromPath: string;
  readonly toPath: string;
}

/** What a later feature keeps by unit. It joins here, so that the tree can be changed without knowing who hangs on it. */
export interface UnitDependant {
  readonly key: 'people' | 'heads' | 'roles' | 'courses';
  /** How many each of these units has itself; units without any may be left out. */
  count(reader: Reader, unitIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Gives everything to the other unit; part of the merger's transaction. */
  handOver(tx: Tx, change: HandOver): Promise<void>;
  /** Ends what cannot outlive the unit. */
  close?(tx: Tx, unitId: string, day: string): Promise<void>;
  /** A few names of what would be touched, for a preview. */
  names?(reader: Reader, unitIds: readonly string[], limit: number): Promise<string[]>;
  /** Who sees the unit by a role further up, before and not after a change, and the other way round. */
  watchers?(reader: Reader, change: ParentChange): Promise<{ loses: string[]; gains: string[] }>;
}

/** The registry of those who hang on units. */
@Injectable()
export class UnitDependants {
  private readonly dependants = new Map<UnitDependant['key'], UnitDependant>();

  add(dependant: UnitDependant): void {
    if (this.dependants.has(dependant.key)) throw new Error(`${dependant.key} hang on units twice`);
    this.dependants.set(dependant.key, dependant);
  }

  all(): readonly UnitDependant[] {
    return [...this.dependants.values()];
  }

  /** How many of one kind the units have together. */
  async total(reader: Reader, key: UnitDependant['key'], unitIds: readonly string[]): Promise<number> {
    return [...(await this.count(reader, key, unitIds)).values()].reduce((sum, count) => sum + count, 0);
  }

  /** How many of one kind each unit has. */
  async count(reader: Reader, key: UnitDependant['key'], unitIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return (await this.dependants.get(key)?.count(reader, unitIds)) ?? new Map<string, number>();
  }
}
