import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Config } from '@pamong/platform/config/config';
import { CONFIG } from '@pamong/platform/config/config';
import type { Logger } from '@pamong/platform/log/logger';
import { LOGGER } from '@pamong/platform/log/logger';
import { guardedFetch } from '@pamong/platform/net/guarded-fetch';
import * as oidc from 'openid-client';
import { claimOf } from './claims.rules.js';
import { problemOf, reasonOf } from './provider-problems.js';

/** How to reach an agency's provider. */
export interface ProviderAccess {
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client. */
  readonly secret: string | null;
}

/** What must be the same at the end of a sign-on as at its beginning. */
export interface FlowSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** What a provider vouches for at the end of a sign-on. */
export interface Exchanged {
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly idToken: string;
  /** The claims of the id token alone. */
  readonly signed: Readonly<Record<string, unknown>>;
}

const keepMs = 10 * 60_000;
/** A provider that is away is not asked again at once by everybody who waits for it. */
const keepFailureMs = 5_000;
/** What servers' clocks may differ by; more is a fault that somebody must repair. */
const toleratedSeconds = 60;
const mostBytes = 1_000_000;
const mostKept = 500;

/** OpenID Connect with any provider: code flow with PKCE, state and nonce, tokens checked against the provider's keys. */
@Injectable()
export class IdentityProvider {
  private readonly known = new Map<string, { readonly until: number; readonly configuration: Promise<oidc.Configuration> }>();
  /** Asks nothing but what an installation may ask. */
  readonly fetch: ReturnType<typeof guardedFetch>;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.fetch = guardedFetch({ privateNetwork: config.signOnPrivateNetwork, timeoutMs: 8_000, mostBytes });
  }

  /** Where the provider leads back to; it must be on the provider's list. */
  get redirectUri(): string {
    return `${this.config.publicUrl}/api/sign-on/callback`;
  }

  /** Where the provider leads to after signing out. */
  get signedOutUri(): string {
    return `${this.config.publicUrl}/masuk`;
  }

  /** The provider's address to which the browser is sent. @throws Problem SIGN_ON_UNREACHABLE, SIGN_ON_REFUSED, SIGN_ON_ADDRESS_REFUSED */
  async authorizationUrl(access: ProviderAccess, scopes: string, flow: FlowSecrets): Promise<URL> {
    const configuration = await this.discover(access);
    return oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri,
      scope: scopes,
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(flow.codeVerifier),
      code_challenge_method: 'S256',
    });
  }

  /**
   * Exchanges the code that came back for checked claims, those of the user-info endpoint included where the id token lacks `wanted`.
   * @param query of the callback's address
   * @throws Problem SIGN_ON_CANCELLED, SIGN_ON_CLOCK, SIGN_ON_REFUSED, SIGN_ON_UNREACHABLE
   */
  async exchange(access: ProviderAccess, query: URLSearchParams, flow: FlowSecrets, wanted: readonly string[]): Promise<Exchanged> {
    const configuration = await this.discover(access);
    return this.asking(access, async () => {
      const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${this.redirectUri}?${query.toString()}`), {
        expectedState: flow.state, expectedNonce: flow.nonce, pkceCodeVerifier: flow.codeVerifier, idTokenExpected: true,
      });
      const own = tokens.claims();
      if (own === undefined || tokens.id_token === undefined) throw new Problem('SIGN_ON_REFUSED');
      // The library looks at who asked only where a token is for several; one that another client asked for is not ours (Core 3.1.3.7).
      if (own.azp !== undefined && own.azp !== access.clientId) throw Object.assign(new Problem('SIGN_ON_REFUSED'), { cause: new Error('unexpected "azp"') });
      const lacking = wanted.some((name) => claimOf(own, name) === undefined) && configuration.serverMetadata().userinfo_endpoint !== undefined;
      // The id token is signed for this sign-on, so where both speak it wins.
      const claims = lacking ? { ...(await oidc.fetchUserInfo(configuration, tokens.access_token, own.sub)), ...own } : { ...own };
      return { subject: own.sub, claims, idToken: tokens.id_token, signed: own };
    });
  }

  /** Where signing out at the provider begins; null where it offers none. Never throws: signing out here must work. */
  async endSessionUrl(access: ProviderAccess, idToken: string): Promise<string | null> {
    try {
      const configuration = await this.discover(access);
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      return oidc.buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: this.signedOutUri }).href;
    } catch {
      return null;
    }
  }

  /** Asks anew next time. */
  forget(access: ProviderAccess): void {
    this.known.delete(keyOf(access));
  }

  private discover(access: ProviderAccess): Promise<oidc.Configuration> {
    const key = keyOf(access);
    const now = Date.now();
    const known = this.known.get(key);
    if (known !== undefined && known.until > now) return known.configuration;
    if (this.known.size >= mostKept) this.known.clear();
    const configuration = this.asking(access, () => this.ask(access));
    this.known.set(key, { until: now + keepMs, configuration });
    configuration.catch(() => this.known.set(key, { until: Date.now() + keepFailureMs, configuration }));
    return configuration;
  }

  /** Reads what the provider says of itself; throws as the library does. */
  async ask({ issuer, clientId, secret }: ProviderAccess): Promise<oidc.Configuration> {
    const fetch: oidc.CustomFetch = (url, init) => this.fetch(url, init);
    const execute = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    const found = await oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), { execute, [oidc.customFetch]: fetch });
    const about = found.serverMetadata();
    const methods = about.token_endpoint_auth_methods_supported;
    const proof = secret === null ? oidc.None() : methods === undefined || methods.includes('client_secret_basic') ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret);
    const configuration = new oidc.Configuration(about, clientId, { [oidc.clockTolerance]: toleratedSeconds }, proof);
    configuration[oidc.customFetch] = fetch;
    if (execute.length > 0) oidc.allowInsecureRequests(configuration);
    oidc.enableNonRepudiationChecks(configuration);
    return configuration;
  }

  /** Says in codes of ours what went wrong, and in the log what exactly, which only an operator can use. */
  private async asking<T>({ issuer }: ProviderAccess, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const problem = problemOf(error);
      this.logger.warn({ issuer, code: problem.code, reason: reasonOf(error) }, 'sign-on');
      throw problem;
    }
  }
}

function keyOf({ issuer, clientId, secret }: ProviderAccess): string {
  return JSON.stringify([issuer, clientId, secret]);
}
