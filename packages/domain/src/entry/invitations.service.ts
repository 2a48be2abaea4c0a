import { Injectable } from '@nestjs/common';
import type { InviteEveryone, SkippedPerson } from '@pamong/contract/entry';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import type * as z from 'zod';
import type { Actor } from '../access/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { fullName } from '../people/names.rules.js';
import { PeopleService } from '../people/people.service.js';
import { EntryLetters } from './entry-letters.js';
import type { AccountFilter, AccountRow, NewcomerCounts } from './entry.repository.js';
import { EntryRepository } from './entry.repository.js';
import { OneTimeTokens } from './one-time-tokens.js';
import { PersonGroups } from './person-groups.js';
import type { Reach } from './reach.js';
import { ReachService } from './reach.js';

const inviteMinutes = 14 * 24 * 60;
/** People of one request; who wants more asks again until nobody is left. */
const atOnce = 200;

type Skipped = z.input<typeof SkippedPerson>;

/** Who has an account, and letters that invite people to make theirs. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Database,
    private readonly entry: EntryRepository,
    private readonly reach: ReachService,
    private readonly groups: PersonGroups,
    private readonly tokens: OneTimeTokens,
    private readonly letters: EntryLetters,
    private readonly people: PeopleService,
    private readonly organisations: OrganisationsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * People whom the actor may let in, with the state of their accounts.
   * @param importId only people of this import
   * @throws Problem NOT_FOUND when the actor may not see the import
   */
  async list(actor: Actor, given: AccountFilter, page: number, size: number, importId?: string): Promise<{ items: AccountRow[]; total: number }> {
    const scope = actor.scope('account.activate');
    const now = this.clock.now();
    const filter = importId === undefined ? given : { ...given, ids: await this.groups.ids(this.db, actor, 'import', importId) };
    const items = await this.entry.list(this.db, scope, filter, now, size, (page - 1) * size);
    return { items, total: await this.entry.count(this.db, scope, filter, now) };
  }

  /**
   * Invites chosen people; an earlier invitation stops working.
   * @returns who was invited, and who was not with the reason
   * @throws Problem NOT_FOUND when one of them is not in the actor's reach; MAIL_NOT_CONFIGURED
   */
  async invite(actor: Actor, personIds: readonly string[]): Promise<{ invited: number; skipped: Skipped[] }> {
    this.requireMail();
    return this.send(actor, await this.reach.of(actor, personIds));
  }

  /** Invites the next ones of everybody who matches, has an address, and was not invited yet. @returns how many are left for a next call */
  async inviteEveryone(actor: Actor, { search }: z.output<typeof InviteEveryone>): Promise<{ invited: number; skipped: Skipped[]; left: number }> {
    this.requireMail();
    const scope = actor.scope('account.activate');
    const filter: AccountFilter = { state: 'none', search, email: true };
    const next = await this.entry.list(this.db, scope, filter, this.clock.now(), atOnce, 0);
    const { invited, skipped } = await this.send(actor, await this.reach.of(actor, next.map((row) => row.personId)));
    const left = await this.entry.count(this.db, scope, filter, this.clock.now());
    // Those who were skipped would come again and again.
    return { invited, skipped, left: invited === 0 ? 0 : Math.max(0, left - skipped.length) };
  }

  /** How many of these people the actor may let in, by the way in which it can be done. */
  async countNewcomers(actor: Actor, personIds: readonly string[]): Promise<NewcomerCounts & { mail: boolean }> {
    return { mail: this.letters.available, ...(await this.entry.countNewcomers(this.db, actor.scope('account.activate'), personIds, this.clock.now())) };
  }

  /** Those of these people who have an address and neither account nor invitation. */
  async listInvitable(actor: Actor, personIds: readonly string[]): Promise<string[]> {
    const rows = await this.entry.listByIds(this.db, actor.scope('account.activate'), personIds, this.clock.now());
    return rows.filter(({ state, email }) => state === 'none' && email !== null).map(({ personId }) => personId);
  }

  /** For jobs: invites those who are invitable still; who left the actor's places meanwhile is passed over. @returns how many */
  async inviteStill(actor: Actor, personIds: readonly string[]): Promise<number> {
    const still = await this.listInvitable(actor, personIds);
    return still.length === 0 ? 0 : (await this.send(actor, await this.reach.of(actor, still))).invited;
  }

  private async send(actor: Actor, { rows, beyond }: Reach): Promise<{ invited: number; skipped: Skipped[] }> {
    const skipped: Skipped[] = [];
    let invited = 0;
    const { fullName: by } = await this.people.get(this.db, actor.personId);
    for (const row of rows) {
      const reason = refusal(row, beyond);
      if (reason === null && (await this.inviteOne(actor, row, by))) invited += 1;
      else skipped.push({ personId: row.personId, fullName: fullName(row), reason: reason ?? 'no_email' });
    }
    return { invited, skipped };
  }

  private inviteOne(actor: Actor, { personId, email }: AccountRow, by: string): Promise<boolean> {
    return this.db.tx(async (tx) => {
      const { agencyId } = await this.people.get(tx, personId);
      const agency = await this.organisations.get(tx, agencyId);
      await this.tokens.revokeOf(tx, personId, ['invite']);
      const link = await this.tokens.make(tx, { purpose: 'invite', personId, email, minutes: inviteMinutes, createdBy: actor.personId });
      await this.audit.record(tx, { actor, agencyId, action: 'entry.invited', subject: { kind: 'person', id: personId }, details: { tokenId: link.id } });
      return this.letters.invite(tx, personId, link, by, agency.name);
    });
  }

  /** @throws Problem MAIL_NOT_CONFIGURED */
  requireMail(): void {
    if (!this.letters.available) throw new Problem('MAIL_NOT_CONFIGURED');
  }
}

function refusal(row: AccountRow, beyond: ReadonlySet<string>): Skipped['reason'] | null {
  if (row.state === 'active') return 'active';
  if (row.state === 'disabled') return 'disabled';
  if (row.email === null) return 'no_email';
  return beyond.has(row.personId) ? 'more_rights' : null;
}
