import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import type { SupervisorsOf } from './supervisors.repository.js';
import { SupervisorsRepository } from './supervisors.repository.js';

/** Who supervises whom today. */
@Injectable()
export class SupervisorsService {
  constructor(
    private readonly db: Database,
    private readonly supervisors: SupervisorsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Works `person.supervisor_id` out: the one set by hand for today, or else the acting or definitive head of the person's unit who is
   * not the person, or else of the next unit above. To be called in the transaction that changes heads, units or the tree.
   * @returns how many supervisors changed
   */
  refresh(tx: Tx, of: SupervisorsOf): Promise<number> {
    return this.supervisors.refresh(tx, of, this.clock.now());
  }

  /** The same for a whole agency, after its tree or its heads changed. */
  async refreshAgency(agencyId: string): Promise<void> {
    await this.db.tx((tx) => this.supervisors.refresh(tx, { agencyId }, this.clock.now()));
  }

  /** Brings what begins or ends today (statuses, units, heads, supervisors) into the people's own rows; again changes nothing. */
  async bringOverDates(): Promise<void> {
    const now = this.clock.now();
    await this.db.tx((tx) => this.supervisors.bringOver(tx, now));
    // An agency at a time, so that no transaction holds everybody's rows.
    for (const agencyId of await this.db.tx((tx) => this.supervisors.listAgencies(tx))) {
      await this.db.tx((tx) => this.supervisors.refresh(tx, { agencyId }, now));
    }
  }
}
