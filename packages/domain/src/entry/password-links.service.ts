import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { AccountsService, readLogin } from '../accounts/accounts.service.js';
import { PasswordsService } from '../accounts/passwords.service.js';
import { SessionsService } from '../accounts/sessions.service.js';
import { SignInLimits } from '../accounts/sign-in-limits.js';
import { AuditService } from '../audit/audit.service.js';
import { EntryLetters } from './entry-letters.js';
import { EntryLimits } from './entry-limits.js';
import type { LoginOwner } from './entry.repository.js';
import { EntryRepository } from './entry.repository.js';
import type { TokenPurpose } from './one-time-token.entity.js';
import type { OpenToken } from './one-time-tokens.js';
import { OneTimeTokens } from './one-time-tokens.js';
import { OutsiderJoiningService } from './outsider-joining.service.js';
import { OutsidersService } from './outsiders.service.js';

const resetMinutes = 60;
/** Every answer takes at least so long, so that its time does not tell whether somebody was found. */
const answerMs = 250;
const choosing: readonly TokenPurpose[] = ['reset', 'invite', 'code'];
const all: readonly TokenPurpose[] = [...choosing, 'register'];

/** Forgotten passwords, and choosing one with a link from a letter or a printed code. */
@Injectable()
export class PasswordLinksService {
  constructor(
    private readonly db: Database,
    private readonly entry: EntryRepository,
    private readonly tokens: OneTimeTokens,
    private readonly limits: EntryLimits,
    private readonly letters: EntryLetters,
    private readonly outsiders: OutsidersService,
    private readonly joining: OutsiderJoiningService,
    private readonly accounts: AccountsService,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    private readonly signInLimits: SignInLimits,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends a link to whoever the login leads to, if that is somebody with an account and an address. The answer is always the same.
   * @param typed NIP, NI PPPK or e-mail
   * @throws Problem TOO_MANY_REQUESTS when the network address asks too often; MAIL_NOT_CONFIGURED where no letter can be sent
   */
  async requestReset(typed: string, address: string): Promise<void> {
    if (!this.letters.available) throw new Problem('MAIL_NOT_CONFIGURED');
    if (!(await this.limits.fromAddress(address))) throw new Problem('TOO_MANY_REQUESTS');
    await Promise.all([this.sendReset(readLogin(typed)), sleep(answerMs)]);
  }

  private async sendReset(login: string): Promise<void> {
    if (!(await this.limits.forAccount(`reset:${login}`))) return;
    const found = await this.entry.findByLogin(this.db, login);
    const owner = found === null ? null : await this.entry.findOwner(this.db, found.personId);
    if (owner === null || owner.email === null || !owner.hasAccount) return;
    const { personId, email, agencyId } = owner;
    // The same inbox is reached by number and by address.
    if (!(await this.limits.forAccount(`reset:${personId}`))) return;
    await this.db.tx(async (tx) => {
      await this.tokens.revokeOf(tx, personId, ['reset']);
      await this.letters.reset(tx, personId, await this.tokens.make(tx, { purpose: 'reset', personId, email, minutes: resetMinutes }));
      await this.audit.record(tx, { agencyId, action: 'entry.reset-requested', subject: { kind: 'person', id: personId } });
    });
  }

  /** What a link is for, before anything is chosen. @throws Problem LINK_INVALID */
  async look(token: string): Promise<{ purpose: TokenPurpose; name: string; expiresAt: Date }> {
    const open = await this.tokens.look(this.db, token, all);
    const name = open.purpose === 'register' ? this.outsiders.nameOn(open) : (await this.ownerOf(open)).name;
    return { purpose: open.purpose, name, expiresAt: open.expiresAt };
  }

  /**
   * Gives the person the password of their own choice, makes the account where there is none, ends every session and uses up
   * what else could set a password. A refused password leaves the link as it is.
   * @returns what to sign in with
   * @throws Problem LINK_INVALID; as `PasswordsService.prepare`; as `OutsidersService.admit` for a registration
   */
  async choose(token: string, password: string): Promise<{ login: string }> {
    const open = await this.tokens.look(this.db, token, all);
    if (open.purpose === 'register') return this.outsiders.admit(open, password);
    const owner = await this.ownerOf(open);
    const hash = await this.passwords.prepare(owner.personId, password);
    await this.db.tx(async (tx) => {
      await this.tokens.use(tx, open);
      if (!owner.hasAccount) await this.accounts.create(tx, owner.personId, null);
      await this.passwords.store(tx, owner.personId, hash);
      await this.sessions.revokeAll(tx, owner.personId);
      await this.tokens.revokeOf(tx, owner.personId, choosing);
      await this.entry.closeCodes(tx, owner.personId, open.codeId, this.clock.now());
      // A letter to the address of the record was read: the address is the person's.
      if (open.email !== null && open.email === owner.email) {
        await this.entry.insertVerified(tx, owner.personId, open.email, this.clock.now());
        await this.joining.proved(tx, owner.personId, open.email);
      }
      const action = open.purpose === 'reset' ? 'entry.password-reset' : 'entry.activated';
      await this.audit.record(tx, { agencyId: owner.agencyId, action, subject: { kind: 'person', id: owner.personId }, details: { by: open.purpose, createdBy: open.createdBy } });
      if (owner.hasAccount) await this.letters.passwordChosen(tx, owner.personId, open.id);
    });
    for (const login of [owner.number, owner.email, owner.phone]) if (login !== null) await this.signInLimits.clear(login);
    return { login: loginFor(owner) };
  }

  private async ownerOf(open: OpenToken) {
    const owner = open.personId === null ? null : await this.entry.findOwner(this.db, open.personId);
    // A proved number lets in as long as it is the person's.
    if (open.phone !== null && open.phone !== owner?.phone) throw new Problem('LINK_INVALID');
    // A letter that went to an address which was wrong, or is no longer the person's, lets nobody in.
    if (owner === null || (open.email !== null && open.email.toLowerCase() !== owner.email?.toLowerCase())) throw new Problem('LINK_INVALID');
    return owner;
  }
}

/** What the person signs in with: the number, which nobody shares, else the address, else the mobile number. */
function loginFor({ number, email, phone }: LoginOwner): string {
  return number ?? email ?? phone ?? '';
}
