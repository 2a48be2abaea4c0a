import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { SecretBox } from '@pamong/platform/secrets/secret-box';
import type { SignInAttempt } from './accounts.service.js';
import { AccountsService } from './accounts.service.js';
import type { FactorDraft, FactorOwner } from './second-factor.service.js';
import { SecondFactorService } from './second-factor.service.js';
import type { Device } from './sessions.service.js';
import { SessionsService, hashOf } from './sessions.service.js';
import { SignInStepEntity } from './sign-in-step.entity.js';
import type { ProviderProof } from './sign-on-sessions.js';
import { SignOnSessions } from './sign-on-sessions.js';

/** Long enough to find the phone and to set up an application. */
const stepMinutes = 15;

/** What a right password, or the word of a provider, leads to. */
export type Entered =
  | { readonly kind: 'session'; readonly token: string }
  /** `code`: show one. `enrol`: set up an application first, since the agency asks it of the person's roles. */
  | { readonly kind: 'code' | 'enrol'; readonly stepToken: string };

/** Signing in with a password or through a provider, and with a second factor where there is one or must be one. */
@Injectable()
export class SignInService {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsService,
    private readonly factors: SecondFactorService,
    private readonly sessions: SessionsService,
    private readonly signOnSessions: SignOnSessions,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem as `AccountsService.prove` */
  async enter(attempt: SignInAttempt): Promise<Entered> {
    const owner = await this.accounts.prove(attempt);
    const { on, required } = await this.factors.state(owner);
    if (!on && !required) return { kind: 'session', token: await this.sessions.open(owner.accountId, attempt) };
    return this.step(owner, on ? 'code' : 'enrol', null);
  }

  /**
   * Goes on after a provider vouched for somebody. A factor that people chose for their password is not asked here; one that the
   * agency demands of their roles is, unless the provider has shown that it asked for one.
   */
  async enterVouched(owner: FactorOwner, device: Device, proof: ProviderProof, factorShown: boolean): Promise<Entered> {
    const { on, required } = await this.factors.state(owner);
    return required && !factorShown ? this.step(owner, on ? 'code' : 'enrol', proof) : { kind: 'session', token: await this.open(owner.accountId, device, proof) };
  }

  /** @returns the session's token. @throws Problem SIGN_IN_STEP_OVER, and as `SecondFactorService.check` */
  async enterCode(stepToken: string | null, code: string, device: Device): Promise<string> {
    const owner = await this.ownerOf(stepToken, 'code');
    await this.factors.check(owner, code, device.address);
    return this.openAfter(stepToken, owner, device);
  }

  /** Shows the secret of an application that must be set up. @throws Problem SIGN_IN_STEP_OVER */
  async enrol(stepToken: string | null): Promise<FactorDraft> {
    return this.factors.begin(await this.ownerOf(stepToken, 'enrol'));
  }

  /** @throws Problem SIGN_IN_STEP_OVER, and as `SecondFactorService.confirm` */
  async confirmEnrolment(stepToken: string | null, code: string, device: Device): Promise<{ token: string; recoveryCodes: string[] }> {
    const owner = await this.ownerOf(stepToken, 'enrol');
    const recoveryCodes = await this.factors.confirm(owner, code, device.address);
    return { recoveryCodes, token: await this.openAfter(stepToken, owner, device) };
  }

  /** Forgets steps that nobody finished. */
  async purge(): Promise<void> {
    await this.db.query('delete from sign_in_step where expires_at < $1', [this.clock.now()]);
  }

  private async openAfter(stepToken: string | null, owner: FactorOwner, device: Device): Promise<string> {
    const tokenHash = hashOf(stepToken ?? '');
    const [taken] = await this.db.query<{ agencyId: string | null; sealed: string | null }>(
      'delete from sign_in_step where token_hash = $1 returning sign_on_agency_id as "agencyId", sealed_id_token as sealed', [tokenHash],
    );
    if (taken === undefined) throw new Problem('SIGN_IN_STEP_OVER');
    const { agencyId, sealed } = taken;
    const proof = agencyId === null || sealed === null ? null : { agencyId, idToken: await this.box.open(sealed, contextOf(tokenHash)) };
    return this.open(owner.accountId, device, proof);
  }

  private async open(accountId: string, device: Device, proof: ProviderProof | null): Promise<string> {
    const token = await this.sessions.open(accountId, device);
    if (proof !== null) await this.signOnSessions.keep(token, proof);
    return token;
  }

  private async step(owner: FactorOwner, kind: 'code' | 'enrol', proof: ProviderProof | null): Promise<Entered> {
    const stepToken = randomBytes(32).toString('base64url');
    const tokenHash = hashOf(stepToken);
    await this.db.repository(SignInStepEntity).insert({
      tokenHash, accountId: owner.accountId, kind, expiresAt: new Date(this.clock.now().getTime() + stepMinutes * 60_000),
      signOnAgencyId: proof?.agencyId ?? null, sealedIdToken: proof === null ? null : await this.box.seal(proof.idToken, contextOf(tokenHash)),
    });
    return { kind, stepToken };
  }

  private async ownerOf(stepToken: string | null, kind: 'code' | 'enrol', reader: Reader = this.db): Promise<FactorOwner> {
    const [owner] = await reader.query<FactorOwner>(
      `select a.id as "accountId", a.person_id as "personId" from sign_in_step s join account a on a.id = s.account_id and a.disabled_at is null
       where s.token_hash = $1 and s.kind = $2 and s.expires_at > $3`,
      [hashOf(stepToken ?? ''), kind, this.clock.now()],
    );
    if (owner === undefined) throw new Problem('SIGN_IN_STEP_OVER');
    return owner;
  }
}

/** Where the sealed id token of a step belongs. */
function contextOf(tokenHash: Buffer): string {
  return `sign-in-step:${tokenHash.toString('hex')}`;
}
