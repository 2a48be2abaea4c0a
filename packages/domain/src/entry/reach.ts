import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import type { Actor } from '../access/actor.js';
import { RightsService } from '../access/rights.service.js';
import type { AccountRow } from './entry.repository.js';
import { EntryRepository } from './entry.repository.js';

/** People whom somebody may let in. */
export interface Reach {
  readonly rows: readonly AccountRow[];
  /** Those of them who may do more than the actor: letting them in would be a way to their rights. */
  readonly beyond: ReadonlySet<string>;
}

/** Decides whom an admin may let in: people of their units who may do no more than they. */
@Injectable()
export class ReachService {
  constructor(
    private readonly db: Database,
    private readonly entry: EntryRepository,
    private readonly rights: RightsService,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem NOT_FOUND when one of them is not in the actor's places */
  async of(actor: Actor, personIds: readonly string[]): Promise<Reach> {
    const now = this.clock.now();
    const ids = [...new Set(personIds)];
    const rows = await this.entry.listByIds(this.db, actor.scope('account.activate'), ids, now);
    if (rows.length < ids.length) throw new Problem('NOT_FOUND');
    return { rows, beyond: await this.rights.beyond(this.db, actor, ids) };
  }
}
