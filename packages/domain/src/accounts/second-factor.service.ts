import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { qrCodeSvg } from '@pamong/platform/documents/qr-code';
import { newId } from '@pamong/platform/ids/new-id';
import { Outbox } from '@pamong/platform/outbox/outbox';
import { SecretBox } from '@pamong/platform/secrets/secret-box';
import { AuditService } from '../audit/audit.service.js';
import { accountChanged } from './accounts.jobs.js';
import { newRecoveryCode, readRecoveryCode, recoveryCodes, recoveryHash } from './recovery-code.rules.js';
import { SecondFactorDemands } from './second-factor-demands.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { SignInLimits } from './sign-in-limits.js';
import { base32, judgeTotp, otpauthUri } from './totp.rules.js';

/** Whose second factor it is. */
export interface FactorOwner {
  readonly accountId: string;
  readonly personId: string;
}

/** The secret as an application takes it: by its camera, or typed. */
export interface FactorDraft {
  readonly secret: string;
  readonly qrCode: string;
}

/** Codes of an authenticator application: set up, asked for, taken off. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly db: Database,
    private readonly factors: SecondFactorRepository,
    private readonly demands: SecondFactorDemands,
    private readonly limits: SignInLimits,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** How it stands with an account; `required` where the agency asks it of the person's roles. */
  async state(owner: FactorOwner): Promise<{ on: boolean; since: Date | null; recoveryLeft: number; required: boolean }> {
    const { confirmedAt, recoveryLeft } = await this.factors.state(this.db, owner.accountId);
    return { on: confirmedAt !== null, since: confirmedAt, recoveryLeft: confirmedAt === null ? 0 : recoveryLeft, required: await this.demands.of(this.db, owner.personId) };
  }

  /** For an admin: since when a person has one; null where there is none. */
  async sinceWhen(personId: string): Promise<Date | null> {
    const [row] = await this.db.query<{ since: Date | null }>('select f.confirmed_at as since from second_factor f join account a on a.id = f.account_id where a.person_id = $1', [personId]);
    return row?.since ?? null;
  }

  /** Makes a secret that counts once a first code confirmed it. @throws Problem SECOND_FACTOR_ON */
  async begin({ accountId, personId }: FactorOwner): Promise<FactorDraft> {
    const secret = randomBytes(20);
    const put = await this.factors.putDraft(this.db, accountId, await this.box.seal(secret.toString('base64'), contextOf(accountId)));
    if (!put) throw new Problem('SECOND_FACTOR_ON');
    const [name] = await this.db.query<{ name: string }>(
      `select coalesce((select number from person_number n where n.person_id = p.id and n.valid_until is null and n.kind <> 'NIP_OLD' order by n.valid_from desc limit 1), p.email::text, p.name) as name
       from person p where p.id = $1`,
      [personId],
    );
    return { secret: base32(secret), qrCode: qrCodeSvg(otpauthUri(secret, name?.name ?? 'Pamong')) };
  }

  /**
   * Turns it on with a first code.
   * @returns recovery codes, shown this once
   * @throws Problem as `check`, SECOND_FACTOR_OFF when nothing was begun
   */
  async confirm(owner: FactorOwner, typed: string, address: string): Promise<string[]> {
    const secret = await this.secretOf(owner.accountId);
    if (secret === null) throw new Problem('SECOND_FACTOR_OFF');
    const step = await this.limited(owner.accountId, address, () => Promise.resolve(this.judge(secret, typed)));
    return this.db.tx(async (tx) => {
      if (!(await this.factors.confirm(tx, owner.accountId, step, this.clock.now()))) throw new Problem('SECOND_FACTOR_ON');
      await this.tell(tx, owner, 'second-factor-on', owner.personId);
      return this.renew(tx, owner.accountId);
    });
  }

  /**
   * Asks for a code at a sign-in: six digits of the application, or one of the recovery codes.
   * @throws Problem SECOND_FACTOR_WRONG; SECOND_FACTOR_USED for a code that was shown before; SECOND_FACTOR_CLOCK (minutes, ahead) when
   * the phone's clock is wrong; LOGIN_LIMITED after too many
   */
  async check({ accountId }: FactorOwner, typed: string, address: string): Promise<void> {
    await this.limited(accountId, address, async () => {
      if (readRecoveryCode(typed) !== null) {
        if (!(await this.factors.takeRecoveryCode(this.db, accountId, recoveryHash(accountId, typed), this.clock.now()))) throw new Problem('SECOND_FACTOR_WRONG');
        return;
      }
      const secret = await this.secretOf(accountId);
      if (secret === null) throw new Problem('SECOND_FACTOR_OFF');
      if (!(await this.factors.takeStep(this.db, accountId, this.judge(secret, typed)))) throw new Problem('SECOND_FACTOR_USED');
    });
  }

  /** New recovery codes in the place of the old. @throws Problem SECOND_FACTOR_OFF */
  async renewRecoveryCodes(owner: FactorOwner): Promise<string[]> {
    if (!(await this.state(owner)).on) throw new Problem('SECOND_FACTOR_OFF');
    return this.db.tx((tx) => this.renew(tx, owner.accountId));
  }

  /** Taken off by its owner, who proved it. @throws Problem SECOND_FACTOR_REQUIRED where the agency asks for one */
  async endOwn(owner: FactorOwner): Promise<void> {
    if (await this.demands.of(this.db, owner.personId)) throw new Problem('SECOND_FACTOR_REQUIRED');
    await this.end(owner, { personId: owner.personId, agencyId: undefined }, null);
  }

  /** Taken off by an admin for somebody whose phone is gone; they are told. @throws Problem SECOND_FACTOR_OFF */
  async endFor(admin: { readonly personId: string; readonly agencyId: string }, personId: string, reason: string): Promise<void> {
    const [account] = await this.db.query<{ id: string }>('select id from account where person_id = $1', [personId]);
    if (account === undefined) throw new Problem('SECOND_FACTOR_OFF');
    await this.end({ accountId: account.id, personId }, admin, reason);
  }

  private async end(owner: FactorOwner, by: { readonly personId: string; readonly agencyId: string | undefined }, reason: string | null): Promise<void> {
    await this.db.tx(async (tx) => {
      if (!(await this.factors.remove(tx, owner.accountId))) throw new Problem('SECOND_FACTOR_OFF');
      await this.tell(tx, owner, 'second-factor-off', by.personId, reason === null ? {} : { reason });
    });
  }

  private async tell(tx: Tx, owner: FactorOwner, change: 'second-factor-on' | 'second-factor-off', byPersonId: string, details: Readonly<Record<string, string>> = {}): Promise<void> {
    const [person] = await tx.query<{ agencyId: string }>('select agency_id as "agencyId" from person where id = $1', [owner.personId]);
    const actor = { personId: byPersonId, agencyId: person?.agencyId ?? '' };
    await this.audit.record(tx, { actor, action: `accounts.${change}`, subject: { kind: 'person', id: owner.personId }, details });
    await this.outbox.publish(tx, accountChanged, { id: newId(), personId: owner.personId, change });
  }

  private judge(secret: Buffer, typed: string): number {
    const verdict = judgeTotp(secret, typed, this.clock.now());
    if (verdict.kind === 'right') return verdict.step;
    if (verdict.kind === 'clock') throw new Problem('SECOND_FACTOR_CLOCK', { minutes: Math.abs(verdict.minutes), ahead: verdict.minutes > 0 });
    throw new Problem('SECOND_FACTOR_WRONG');
  }

  /** Counts what fails, per account and address, in the windows of the sign-in. */
  private async limited<T>(accountId: string, address: string, work: () => Promise<T>): Promise<T> {
    const key = `code:${accountId}`;
    await this.limits.take(key, address);
    try {
      const result = await work();
      await this.limits.clear(key);
      return result;
    } catch (error) {
      if (error instanceof Problem && error.code !== 'SECOND_FACTOR_OFF') await this.limits.countAddress(address);
      throw error;
    }
  }

  private async secretOf(accountId: string): Promise<Buffer | null> {
    const found = await this.factors.find(this.db, accountId);
    return found === null ? null : Buffer.from(await this.box.open(found.sealedSecret, contextOf(accountId)), 'base64');
  }

  private async renew(tx: Tx, accountId: string): Promise<string[]> {
    const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
    await this.factors.replaceRecoveryCodes(tx, accountId, codes.map((code) => recoveryHash(accountId, code)));
    return codes;
  }
}

/** Where a sealed secret belongs. */
function contextOf(accountId: string): string {
  return `second-factor:${accountId}`;
}
