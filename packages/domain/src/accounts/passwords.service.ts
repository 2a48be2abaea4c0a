import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { AuditService } from '../audit/audit.service.js';
import { PasswordHasher } from './password-hasher.js';
import type { PasswordOwner } from './password.rules.js';
import { longestPassword, refusePassword, shortestPassword } from './password.rules.js';
import { PasswordsRepository } from './passwords.repository.js';
import type { SessionOwner } from './sessions.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInLimits } from './sign-in-limits.js';

/** Choosing passwords: the rules, the change by the owner, and storing one that a one-time link allowed. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly db: Database,
    private readonly passwords: PasswordsRepository,
    private readonly hasher: PasswordHasher,
    private readonly limits: SignInLimits,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Checks a new password against the rules and hashes it; outside of any transaction, since hashing waits its turn.
   * @returns the hash for `store`
   * @throws Problem PASSWORD_SHORT (least), PASSWORD_LONG (most), PASSWORD_PATTERN, PASSWORD_PERSONAL, PASSWORD_COMMON;
   * NOT_FOUND when there is no such person
   */
  async prepare(personId: string, password: string): Promise<string> {
    await this.check(this.db, personId, password);
    return this.hasher.hash(password);
  }

  /** False for people who only sign in through their agency. */
  async has(personId: string): Promise<boolean> {
    return (await this.passwords.findHash(this.db, personId)) !== null;
  }

  /** The rules alone. @throws Problem as `prepare` */
  async check(reader: Reader, personId: string, password: string): Promise<void> {
    const owner = await this.passwords.findOwner(reader, personId);
    if (owner === null) throw new Problem('NOT_FOUND');
    this.checkOwn(owner, password);
  }

  /** The rules for an owner who is not in the database yet. @throws Problem as `prepare`, but NOT_FOUND */
  checkOwn(owner: PasswordOwner, password: string): void {
    const fault = refusePassword(password, owner);
    if (fault === 'PASSWORD_SHORT') throw new Problem(fault, { least: shortestPassword });
    if (fault === 'PASSWORD_LONG') throw new Problem(fault, { most: longestPassword });
    if (fault !== null) throw new Problem(fault);
  }

  /**
   * Stores what `prepare` made. Ending sessions is the caller's choice (`SessionsService.revokeAll`).
   * @param by who set it, for the audit trail; absent where a one-time link proved the person
   * @throws Problem NOT_FOUND when the person has no account
   */
  async store(tx: Tx, personId: string, passwordHash: string, by?: { readonly personId: string; readonly agencyId: string }): Promise<void> {
    if (!(await this.passwords.updateHash(tx, personId, passwordHash))) throw new Problem('NOT_FOUND');
    await this.audit.record(tx, { actor: by, action: 'accounts.password-set', subject: { kind: 'person', id: personId } });
  }

  /**
   * Proves once more that the person at the screen is the owner. Counts failures like a sign-in.
   * @throws Problem PASSWORD_WRONG; LOGIN_LIMITED; PASSWORD_ABSENT where the person signs in by other ways only
   */
  async prove(owner: { readonly personId: string }, password: string, address: string): Promise<void> {
    const login = `again:${owner.personId}`;
    const stored = await this.passwords.findHash(this.db, owner.personId);
    if (stored === null) throw new Problem('PASSWORD_ABSENT');
    const right = await this.hasher.inTurn(async () => {
      await this.limits.check(login, address);
      const matches = await this.hasher.matches(stored, password);
      if (!matches) await this.limits.countFailure(login, address);
      return matches;
    });
    if (!right) throw new Problem('PASSWORD_WRONG');
    await this.limits.clear(login);
  }

  /**
   * Changes the caller's own password.
   * @param change.endOthers ends every other session of the account
   * @throws Problem as `prove` and `prepare`
   */
  async change(
    owner: SessionOwner & { readonly sessionId: string; readonly agencyId: string },
    change: { readonly current: string; readonly next: string; readonly endOthers: boolean; readonly address: string },
  ): Promise<void> {
    await this.prove(owner, change.current, change.address);
    const hash = await this.prepare(owner.personId, change.next);
    await this.db.tx(async (tx) => {
      await this.store(tx, owner.personId, hash, owner);
      if (change.endOthers) await this.sessions.revokeAll(tx, owner.personId, owner.sessionId);
    });
  }
}
