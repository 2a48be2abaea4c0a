import { Injectable } from '@nestjs/common';
import type { Problem } from '@pamong/contract/kernel/problem';
import type { Reader, Tx } from '@pamong/platform/database/database';

/** Who is about to leave: one agency, or (retired, deceased) everything. */
export interface Leaving {
  readonly personIds: readonly string[];
  readonly agencyId?: string;
}

/** What a later feature has against somebody's leaving. */
export interface LeavingCheck {
  /** Asked in the transaction that lets them go. @throws Problem where they must not */
  refuse(tx: Tx, leaving: Leaving): Promise<void>;
  /** The same for a page that says what stands in the way. */
  problem(reader: Reader, leaving: Leaving): Promise<Problem | null>;
}

/** Where later features join what is asked before people leave. */
@Injectable()
export class LeavingChecks {
  private readonly checks: LeavingCheck[] = [];

  add(check: LeavingCheck): void {
    this.checks.push(check);
  }

  async refuse(tx: Tx, leaving: Leaving): Promise<void> {
    if (leaving.personIds.length > 0) for (const check of this.checks) await check.refuse(tx, leaving);
  }

  async problem(reader: Reader, leaving: Leaving): Promise<Problem | null> {
    for (const check of this.checks) {
      const problem = await check.problem(reader, leaving);
      if (problem !== null) return problem;
    }
    return null;
  }
}
