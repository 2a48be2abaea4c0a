import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PrintedCode, SkippedPerson } from '@pamong/contract/entry';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import type * as z from 'zod';
import type { Actor } from '../access/actor.js';
import { readLogin } from '../accounts/accounts.service.js';
import { PasswordHasher } from '../accounts/password-hasher.js';
import { SignInLimits } from '../accounts/sign-in-limits.js';
import { AuditService } from '../audit/audit.service.js';
import { fullName } from '../people/names.rules.js';
import { codeDays, codeTries, makeCode, maskedNumber, normaliseCode } from './activation-code.rules.js';
import type { AccountRow } from './entry.repository.js';
import { EntryRepository } from './entry.repository.js';
import { OneTimeTokens } from './one-time-tokens.js';
import { ReachService } from './reach.js';

/** Time to choose a password after the code was typed. */
const chooseMinutes = 20;

type Printed = z.input<typeof PrintedCode>;
type Skipped = z.input<typeof SkippedPerson>;

/** Codes on paper for people without mail: made and shown once, typed once. */
@Injectable()
export class ActivationCodesService {
  constructor(
    private readonly db: Database,
    private readonly entry: EntryRepository,
    private readonly reach: ReachService,
    private readonly tokens: OneTimeTokens,
    private readonly hasher: PasswordHasher,
    private readonly signInLimits: SignInLimits,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a code for each person; an earlier one stops working. For people with an account it resets the password.
   * @returns the codes, which nobody can read again, in the order of units and names
   * @throws Problem NOT_FOUND when one of them is not in the actor's reach
   */
  async make(actor: Actor, personIds: readonly string[]): Promise<{ codes: Printed[]; skipped: Skipped[]; expiresAt: Date }> {
    const { rows, beyond } = await this.reach.of(actor, personIds);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + codeDays * 86_400_000);
    const skipped = rows.flatMap((row): Skipped[] => {
      const reason = refusal(row, beyond);
      return reason === null ? [] : [{ personId: row.personId, fullName: fullName(row), reason }];
    });
    const made: { row: AccountRow; id: string; code: string; hash: string }[] = [];
    for (const row of rows.filter((one) => refusal(one, beyond) === null)) {
      const code = makeCode((below) => randomInt(below));
      made.push({ row, id: newId(), code, hash: await this.hasher.hash(normaliseCode(code)) });
    }
    await this.db.tx(async (tx) => {
      await this.entry.insertCodes(tx, made.map(({ row, id, hash }) => ({ id, personId: row.personId, hash })), actor.personId, now, expiresAt);
      for (const { row, id } of made) {
        await this.audit.record(tx, { actor, action: 'entry.code-made', subject: { kind: 'person', id: row.personId }, details: { codeId: id, account: row.state } });
      }
    });
    const codes = made.map(({ row, code }) => ({
      personId: row.personId, fullName: fullName(row), unit: row.unit, number: maskedNumber(row.number), loginBy: row.number === null ? ('email' as const) : ('number' as const), code,
    }));
    return { codes, skipped, expiresAt };
  }

  /**
   * Changes a typed code for a link that chooses a password. The code is used up when the password is chosen.
   * @throws Problem CODE_INVALID alike for an unknown number and a wrong, used or old code; LOGIN_LIMITED after too many failures
   */
  async exchange(typedLogin: string, typedCode: string, address: string): Promise<{ token: string }> {
    const login = readLogin(typedLogin);
    const limited = `code:${login}`;
    await this.signInLimits.check(limited, address);
    const owner = await this.entry.findByLogin(this.db, login);
    const code = owner === null ? null : await this.entry.findCode(this.db, owner.personId, this.clock.now());
    const right = await this.hasher.inTurn(async () => {
      await this.signInLimits.check(limited, address);
      const matches = await this.hasher.matches(code?.hash ?? null, normaliseCode(typedCode));
      if (!matches) await this.signInLimits.countFailure(limited, address);
      return matches;
    });
    if (!right || owner === null || code === null) {
      if (code !== null) await this.entry.updateCodeFailure(this.db, code.id, codeTries, this.clock.now());
      throw new Problem('CODE_INVALID');
    }
    await this.signInLimits.clear(limited);
    const { personId } = owner;
    return this.db.tx(async (tx) => {
      await this.tokens.revokeOf(tx, personId, ['code']);
      const { token } = await this.tokens.make(tx, { purpose: 'code', personId, email: null, minutes: chooseMinutes, codeId: code.id });
      return { token };
    });
  }
}

function refusal(row: AccountRow, beyond: ReadonlySet<string>): Skipped['reason'] | null {
  if (row.state === 'disabled') return 'disabled';
  if (row.number === null && row.email === null) return 'no_login';
  return beyond.has(row.personId) ? 'more_rights' : null;
}
