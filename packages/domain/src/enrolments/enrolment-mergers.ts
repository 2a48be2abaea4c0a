import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';

/** Two enrolments of one person in one course. */
export interface EnrolmentPair {
  /** In which all progress counts from now on. */
  readonly keptId: string;
  /** Stays as history. */
  readonly goneId: string;
}

/** What a feature keeps of an enrolment, and how two become one: nothing that was earned is lost. */
export interface EnrolmentMerger {
  readonly key: string;
  /** How far each has come, where the feature knows; the one that is further stays. */
  progress?(reader: Reader, enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Both rows are locked and belong to the person who stays. */
  join(tx: Tx, pair: EnrolmentPair): Promise<void>;
}

/** Where features join that keep something of an enrolment. */
@Injectable()
export class EnrolmentMergers {
  private readonly mergers: EnrolmentMerger[] = [];

  add(merger: EnrolmentMerger): void {
    this.mergers.push(merger);
  }

  list(): readonly EnrolmentMerger[] {
    return this.mergers;
  }
}
