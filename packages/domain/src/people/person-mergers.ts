import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '@pamong/contract/all-errors';
import type { ProblemParams } from '@pamong/contract/kernel/problem';
import type { Reader, Tx } from '@pamong/platform/database/database';

/** Two records of one person. */
export interface MergePair {
  /** The record that stays. */
  readonly keptId: string;
  /** The record that goes: from then on it only leads to the other. */
  readonly goneId: string;
  readonly keptAgencyId: string;
  readonly goneAgencyId: string;
  /** Who merges; absent when the system does, since the person has proved to be the same. */
  readonly actor?: { readonly personId: string; readonly agencyId: string } | undefined;
  /** Today at the agency of the record that stays, `YYYY-MM-DD`. */
  readonly today: string;
}

/** One sentence in both languages. */
export interface Words {
  readonly id: string;
  readonly en: string;
}

/** What happens to a part of the record that goes. */
export interface MergeLine {
  readonly effect: 'moves' | 'joins' | 'ends' | 'stays';
  readonly words: Words;
}

/** Why two records cannot be merged as they are. */
export interface MergeConflict {
  readonly code: ErrorCode;
  readonly params?: ProblemParams;
}

/** What a feature keeps of a person, and how two records' share of it becomes one. */
export interface PersonMerger {
  readonly key: string;
  readonly title: Words;
  /**
   * Every reference (`table.column`) of the feature's tables to a person, account or enrolment. `moves`: names the record that stays
   * afterwards. `follows`: goes on naming the one that goes, since it tells who did something once, or since its readers look at `merged_into_id`.
   */
  readonly references: { readonly moves: readonly string[]; readonly follows: readonly string[] };
  conflicts?(reader: Reader, pair: MergePair): Promise<MergeConflict[]>;
  /** In words, what `move` will do; nothing where there is nothing. */
  preview(reader: Reader, pair: MergePair): Promise<MergeLine[]>;
  /** Both records are locked. Called in the order in which features know each other. */
  move(tx: Tx, pair: MergePair): Promise<void>;
  /** After every feature has moved its share: what follows from all of it together. */
  settle?(tx: Tx, pair: MergePair): Promise<void>;
}

/** Where features join that keep something of a person. A test finds tables that nobody answers for. */
@Injectable()
export class PersonMergers {
  private readonly mergers: PersonMerger[] = [];

  add(merger: PersonMerger): void {
    if (this.mergers.some((one) => one.key === merger.key)) throw new Error(`Person merger ${merger.key} is there twice`);
    this.mergers.push(merger);
  }

  list(): readonly PersonMerger[] {
    return this.mergers;
  }
}

/** The English of one and of several; Indonesian has one form for both. */
export function oneOrMany(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** One line of a preview. */
export function mergeLine(effect: MergeLine['effect'], id: string, en: string): MergeLine {
  return { effect, words: { id, en } };
}
