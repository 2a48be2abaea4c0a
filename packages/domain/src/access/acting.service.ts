import { Injectable } from '@nestjs/common';
import type { StartActing } from '@pamong/contract/acting';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { Outbox } from '@pamong/platform/outbox/outbox';
import type * as z from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { actingStarted } from './access.jobs.js';
import { AccessService } from './access.service.js';
import { ActingRepository } from './acting.repository.js';
import { mayActAs } from './acting.rules.js';
import type { Actor } from './actor.js';

/** Long enough to look into a question, short enough to be forgotten without harm. */
const minutes = 30;

/** Lets an admin see Pamong as somebody else, for support: with a reason, for a while, told to the person. */
@Injectable()
export class ActingService {
  constructor(
    private readonly db: Database,
    private readonly actings: ActingRepository,
    private readonly access: AccessService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * From now on the caller's session is the person's, for half an hour.
   * @returns when it ends by itself
   * @throws Problem ACTING_BEYOND_YOURS when the person may do more than the caller, or the caller may not change things as somebody
   * @throws Problem ACTING_FORBIDDEN for oneself; NOT_FOUND
   */
  start(actor: Actor, personId: string, { reason, mayWrite }: z.output<typeof StartActing>): Promise<{ until: string }> {
    return this.db.tx(async (tx) => {
      if (personId === actor.personId || actor.acting !== null) throw new Problem('ACTING_FORBIDDEN');
      const now = this.clock.now();
      const subject = await this.actings.findSubject(tx, personId, now);
      if (subject === null) throw new Problem('NOT_FOUND');
      if (!mayActAs(actor, subject.path, subject.grants, mayWrite)) throw new Problem('ACTING_BEYOND_YOURS');
      const id = newId();
      const until = new Date(now.getTime() + minutes * 60_000);
      await this.actings.updateEnd(tx, actor.sessionId, now);
      await this.actings.insert(tx, { id, sessionId: actor.sessionId, adminId: actor.personId, subjectId: personId, reason, mayWrite, startedAt: now, until, endedAt: null });
      const details = { actingId: id, reason, mayWrite, until: until.toISOString() };
      await this.audit.record(tx, { actor, agencyId: subject.agencyId, action: 'access.acting-started', subject: { kind: 'person', id: personId }, details });
      await this.access.changed(tx, actor.personId);
      await this.outbox.publish(tx, actingStarted, { actingId: id });
      return { until: until.toISOString() };
    });
  }

  /** The session is the admin's own again; where nobody acts as anybody this changes nothing. */
  async stop(actor: Actor): Promise<void> {
    const { acting } = actor;
    if (acting === null) return;
    await this.db.tx(async (tx) => {
      await this.actings.updateEnd(tx, actor.sessionId, this.clock.now());
      await this.audit.record(tx, { actor, action: 'access.acting-ended', subject: { kind: 'person', id: actor.personId }, details: { actingId: acting.id } });
      await this.access.changed(tx, acting.adminId);
      await this.access.changed(tx, actor.personId);
    });
  }

  /** Who acted as whom and why, for a message; null when there is none. */
  factsOf(reader: Reader, actingId: string) {
    return this.actings.findFacts(reader, actingId);
  }
}
