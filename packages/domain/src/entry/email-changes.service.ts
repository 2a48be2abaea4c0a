import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import type { Actor } from '../access/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { PeopleService } from '../people/people.service.js';
import { EntryLetters } from './entry-letters.js';
import { EntryLimits } from './entry-limits.js';
import { EntryRepository } from './entry.repository.js';
import { OneTimeTokens } from './one-time-tokens.js';
import { OutsiderJoiningService } from './outsider-joining.service.js';

const confirmMinutes = 24 * 60;

/** A new e-mail address counts once its inbox was read. */
@Injectable()
export class EmailChangesService {
  constructor(
    private readonly db: Database,
    private readonly entry: EntryRepository,
    private readonly tokens: OneTimeTokens,
    private readonly limits: EntryLimits,
    private readonly letters: EntryLetters,
    private readonly people: PeopleService,
    private readonly joining: OutsiderJoiningService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Sends a link to the new address. @throws Problem TOO_MANY_REQUESTS; MAIL_NOT_CONFIGURED */
  async request(actor: Actor, email: string): Promise<void> {
    if (!this.letters.available) throw new Problem('MAIL_NOT_CONFIGURED');
    if (!(await this.limits.forAccount(`email:${actor.personId}`)) || !(await this.limits.forAccount(`email:${email}`))) throw new Problem('TOO_MANY_REQUESTS');
    await this.db.tx(async (tx) => {
      await this.tokens.revokeOf(tx, actor.personId, ['email']);
      const link = await this.tokens.make(tx, { purpose: 'email', personId: actor.personId, email, minutes: confirmMinutes, createdBy: actor.personId });
      await this.letters.confirmEmail(tx, actor.personId, link, email);
      await this.audit.record(tx, { actor, action: 'entry.email-change-requested', subject: { kind: 'person', id: actor.personId } });
    });
  }

  /**
   * Makes the address of a link the person's own. Links that went to the old one stop working, and it is told.
   * @throws Problem LINK_INVALID; EMAIL_TAKEN when somebody else has proved it as theirs
   */
  async confirm(token: string): Promise<{ email: string }> {
    const open = await this.tokens.look(this.db, token, ['email']);
    const { personId, email } = open;
    if (personId === null || email === null) throw new Problem('LINK_INVALID');
    await this.db.tx(async (tx) => {
      await this.tokens.use(tx, open);
      // What the same person had proved as a participant from outside is theirs, and nobody else's.
      await this.joining.proved(tx, personId, email);
      if (await this.entry.isVerifiedByOther(tx, personId, email)) throw new Problem('EMAIL_TAKEN');
      const before = await this.people.get(tx, personId);
      await this.people.setEmail(tx, personId, email);
      await this.entry.insertVerified(tx, personId, email, this.clock.now());
      await this.tokens.revokeOf(tx, personId, ['reset', 'invite']);
      if (before.email !== null && before.email !== email) await this.letters.emailChanged(tx, personId, before.email, email, open.id);
      const actor = { personId, agencyId: before.agencyId };
      await this.audit.record(tx, { actor, action: 'entry.email-changed', subject: { kind: 'person', id: personId } });
    });
    return { email };
  }
}
