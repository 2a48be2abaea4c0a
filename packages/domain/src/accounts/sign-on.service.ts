import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { AuditService } from '../audit/audit.service.js';
import { AccountsService } from './accounts.service.js';
import type { VouchedFor } from './claims.rules.js';
import { showsSecondFactor, vouchedFor } from './claims.rules.js';
import { IdentityProvider } from './identity-provider.js';
import type { FactorOwner } from './second-factor.service.js';
import type { Device } from './sessions.service.js';
import { hashOf } from './sessions.service.js';
import type { Entered } from './sign-in.service.js';
import { SignInService } from './sign-in.service.js';
import { SignOnChecks } from './sign-on-checks.js';
import { SignOnSessions } from './sign-on-sessions.js';
import { SignOnSettingsService } from './sign-on-settings.service.js';
import type { Claimed } from './sign-on.repository.js';
import { SignOnRepository } from './sign-on.repository.js';
import type { SignOnSetting } from './sign-on.setting.js';
import { VouchedAddresses } from './vouched-addresses.js';

/** From the press of the button to the return, a second factor at the provider included. */
const flowMinutes = 15;

/** Signing in through an agency's identity provider. */
@Injectable()
export class SignOnService {
  constructor(
    private readonly db: Database,
    private readonly flows: SignOnRepository,
    private readonly settings: SignOnSettingsService,
    private readonly provider: IdentityProvider,
    private readonly accounts: AccountsService,
    private readonly signIns: SignInService,
    private readonly sessions: SignOnSessions,
    private readonly checks: SignOnChecks,
    private readonly vouchedAddresses: VouchedAddresses,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a sign-on.
   * @param browserKey value of a cookie of the browser that begins; the same must end it
   * @param returnPath path of this site to lead to afterwards
   * @returns the provider's address
   * @throws Problem SIGN_ON_OFF, SIGN_ON_UNREACHABLE, SIGN_ON_REFUSED, SIGN_ON_ADDRESS_REFUSED
   */
  async start(agencyId: string, browserKey: string, returnPath: string | null): Promise<string> {
    const { setting, access } = await this.settings.use(agencyId);
    const flow = { state: secret(), nonce: secret(), codeVerifier: secret() };
    const url = await this.provider.authorizationUrl(access, setting.scopes, flow);
    await this.flows.insertFlow(this.db, {
      stateHash: hashOf(flow.state), browserHash: hashOf(browserKey), agencyId, codeVerifier: flow.codeVerifier, nonce: flow.nonce, returnPath,
      expiresAt: new Date(this.clock.now().getTime() + flowMinutes * 60_000),
    });
    return url.href;
  }

  /**
   * Where a sign-on that came back was meant to lead, taken together with the right to end it: an address works once.
   * @throws Problem SIGN_ON_EXPIRED when it is unknown, too old, used, or another browser's
   */
  async take(query: URLSearchParams, browserKey: string | null) {
    const state = query.get('state');
    const flow = state === null || state === '' ? null : await this.flows.takeFlow(this.db, hashOf(state));
    const own = flow !== null && browserKey !== null && hashOf(browserKey).equals(flow.browserHash);
    if (!own || flow.expiresAt <= this.clock.now() || state === null) throw new Problem('SIGN_ON_EXPIRED');
    return { agencyId: flow.agencyId, returnPath: flow.returnPath, secrets: { state, nonce: flow.nonce, codeVerifier: flow.codeVerifier } };
  }

  /**
   * Ends a sign-on: checks the provider's answer, finds the account, opens a session or asks for a second factor first.
   * @throws Problem one of the SIGN_ON codes
   */
  async finish(flow: Awaited<ReturnType<SignOnService['take']>>, query: URLSearchParams, device: Device): Promise<Entered> {
    const { setting, access } = await this.settings.use(flow.agencyId);
    const wanted = setting.matchEmail ? [setting.numberClaim, 'email_verified'] : [setting.numberClaim];
    const { subject, claims, idToken, signed } = await this.provider.exchange(access, query, flow.secrets, wanted);
    const vouched = vouchedFor(claims, setting, this.clock.now().getUTCFullYear());
    const owner = await this.ownerOf(flow.agencyId, setting, subject, vouched);
    if (vouched.email !== null) await this.vouchedAddresses.tell({ personId: owner.personId, agencyId: flow.agencyId }, vouched.email);
    const factorShown = setting.trustFactor && showsSecondFactor(signed, setting.factorValues);
    return this.signIns.enterVouched(owner, device, { agencyId: flow.agencyId, idToken }, factorShown);
  }

  /** Where signing out goes on at the provider; null for sessions that a password opened and providers without a way. */
  async signOutUrl(sessionId: string): Promise<string | null> {
    const proof = await this.sessions.take(sessionId);
    if (proof === null) return null;
    try {
      const { access } = await this.settings.use(proof.agencyId);
      return await this.provider.endSessionUrl(access, proof.idToken);
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }

  /** Forgets sign-ons that never came back. */
  async purge(): Promise<void> {
    await this.flows.purgeFlows(this.db, this.clock.now());
  }

  private async ownerOf(agencyId: string, setting: SignOnSetting, subject: string, vouched: VouchedFor): Promise<FactorOwner> {
    const linked = await this.flows.findLinked(this.db, setting.issuer, subject);
    const found = linked ?? (await this.findClaimed(agencyId, vouched));
    if (found.agencyId !== agencyId) throw new Problem('SIGN_ON_OTHER_AGENCY');
    if (found.disabled || (found.accountId === null && !setting.createAccounts)) throw new Problem('SIGN_ON_NO_ACCOUNT');
    if (linked !== null) await this.refuseOtherNumber(linked, vouched);
    await this.checks.run(this.db, found.personId);
    if (linked !== null && linked.accountId !== null) {
      await this.flows.touchLink(this.db, setting.issuer, subject, this.clock.now());
      return { accountId: linked.accountId, personId: linked.personId };
    }
    return { accountId: await this.link(found, setting, subject, vouched.number === null ? 'email' : 'number'), personId: found.personId };
  }

  /** A subject that now carries the number of somebody else was given to another person, or is a lie: nobody can say who it is. */
  private async refuseOtherNumber(linked: Claimed, { number }: VouchedFor): Promise<void> {
    const meant = number === null ? null : await this.flows.findByNumber(this.db, number);
    if (meant !== null && meant.personId !== linked.personId) throw new Problem('SIGN_ON_SUBJECT_CHANGED');
  }

  private async findClaimed(agencyId: string, { number, email }: VouchedFor): Promise<Claimed> {
    if (number === null && email === null) throw new Problem('SIGN_ON_CLAIM_MISSING');
    const found = number === null ? await this.flows.findByEmail(this.db, agencyId, email ?? '') : await this.flows.findByNumber(this.db, number);
    if (found === null) throw new Problem('SIGN_ON_UNKNOWN');
    return found;
  }

  private link(found: Claimed, setting: SignOnSetting, subject: string, linkedBy: 'number' | 'email'): Promise<string> {
    return this.db.tx(async (tx) => {
      const accountId = found.accountId ?? (await this.accounts.create(tx, found.personId, null));
      // A number is given to one person; an address may be given to the next. So only a number may take over from an older subject.
      if (linkedBy === 'email' && (await this.flows.hasLink(tx, accountId, setting.issuer))) throw new Problem('SIGN_ON_UNKNOWN');
      const now = this.clock.now();
      const replaced = await this.flows.putLink(tx, { id: newId(), issuer: setting.issuer, subject, accountId, linkedBy, createdAt: now, lastUsedAt: now });
      await this.audit.record(tx, {
        actor: { personId: found.personId, agencyId: found.agencyId }, action: 'accounts.sign-on-linked', subject: { kind: 'person', id: found.personId },
        details: { issuer: setting.issuer, linkedBy, replaced, accountCreated: found.accountId === null },
      });
      return accountId;
    });
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}
