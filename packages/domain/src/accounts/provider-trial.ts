import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Logger } from '@pamong/platform/log/logger';
import { LOGGER } from '@pamong/platform/log/logger';
import * as oidc from 'openid-client';
import type { ProviderAccess } from './identity-provider.js';
import { IdentityProvider } from './identity-provider.js';
import { causes, problemOf, reasonOf } from './provider-problems.js';

/** Tries a provider for an admin who sets it up, and says which of the things typed must be corrected. */
@Injectable()
export class ProviderTrial {
  constructor(
    private readonly provider: IdentityProvider,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Asks the provider about itself, with a code that nobody was given whether it takes the client, and with an address like a
   * browser's whether it would lead back to this installation. Stores nothing.
   * @throws Problem SIGN_ON_ISSUER_DIFFERS { issuer }, SIGN_ON_NO_PROVIDER { address }, SIGN_ON_HOST_UNKNOWN { host },
   * SIGN_ON_CERTIFICATE { host }, SIGN_ON_UNREACHABLE, SIGN_ON_REFUSED, SIGN_ON_ADDRESS_REFUSED, SIGN_ON_ADDRESS_PRIVATE
   */
  async run(access: ProviderAccess, scopes: string, numberClaim: string) {
    const configuration = await this.discover(access);
    const about = configuration.serverMetadata();
    const clientAccepted = await this.clientAccepted(configuration);
    const redirectAccepted = await this.redirectAccepted(configuration, scopes);
    return {
      issuer: about.issuer,
      clientAccepted,
      redirectAccepted,
      redirectUri: this.provider.redirectUri,
      wrong: wrongPart(clientAccepted, redirectAccepted),
      pkce: about.supportsPKCE('S256'),
      logout: about.end_session_endpoint !== undefined,
      knowsClaim: Array.isArray(about.claims_supported) ? about.claims_supported.includes(numberClaim) : null,
    };
  }

  private async discover(access: ProviderAccess): Promise<oidc.Configuration> {
    this.provider.forget(access);
    try {
      return await this.provider.ask(access);
    } catch (error) {
      const problem = faultOf(error, access.issuer);
      this.logger.warn({ issuer: access.issuer, code: problem.code, reason: reasonOf(error) }, 'sign-on trial');
      throw problem;
    }
  }

  private async clientAccepted(configuration: oidc.Configuration): Promise<boolean | null> {
    try {
      await oidc.genericGrantRequest(configuration, 'authorization_code', { code: 'trial', redirect_uri: this.provider.redirectUri, code_verifier: oidc.randomPKCECodeVerifier() });
      return null;
    } catch (error) {
      const answer = error instanceof oidc.ResponseBodyError ? error.error : error instanceof oidc.WWWAuthenticateChallengeError ? 'invalid_client' : null;
      // A provider looks at the client before it looks at the code.
      if (answer === 'invalid_grant') return true;
      if (answer === 'invalid_client' || answer === 'unauthorized_client') return false;
      this.logger.warn({ issuer: configuration.serverMetadata().issuer, answer, reason: reasonOf(error) }, 'sign-on trial');
      return null;
    }
  }

  /** A provider that would not lead back here says so on a page of its own (4xx, or an error page) instead of asking who signs in. */
  private async redirectAccepted(configuration: oidc.Configuration, scopes: string): Promise<boolean | null> {
    const { redirectUri } = this.provider;
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri, scope: scopes, state: 'trial', nonce: 'trial', code_challenge: await oidc.calculatePKCECodeChallenge(oidc.randomPKCECodeVerifier()), code_challenge_method: 'S256',
    });
    try {
      const answer = await this.provider.fetch(url, { headers: { accept: 'text/html' } });
      if (answer.status >= 500) return null;
      if (answer.status >= 400) return false;
      const location = answer.headers.get('location');
      if (location === null) return answer.status < 300;
      // Led back with an error the address is right all the same; led to a page about an error it is not.
      const onward = new URL(location, url);
      return onward.href.startsWith(redirectUri) || !(onward.searchParams.has('error') || onward.searchParams.has('oauthErrorCode'));
    } catch (error) {
      this.logger.warn({ issuer: configuration.serverMetadata().issuer, reason: reasonOf(error) }, 'sign-on trial');
      return null;
    }
  }
}

/** What two answers tell together: a client that is unknown in both places has a wrong name, one that may ask but not exchange a wrong secret. */
function wrongPart(clientAccepted: boolean | null, redirectAccepted: boolean | null): 'client-id' | 'secret' | 'redirect' | null {
  if (clientAccepted === false) return redirectAccepted === false ? 'client-id' : redirectAccepted === true ? 'secret' : null;
  return redirectAccepted === false ? 'redirect' : null;
}

/** Why nothing could be asked, in the words of whoever typed the address. */
function faultOf(error: unknown, issuer: string): Problem {
  const chain = causes(error);
  const { host } = new URL(issuer);
  const codes = chain.map((one) => (one as { code?: string }).code ?? '');
  if (codes.includes('ENOTFOUND') || codes.includes('EAI_AGAIN')) return new Problem('SIGN_ON_HOST_UNKNOWN', { host });
  // Node's names of what is wrong with a certificate.
  if (codes.some((code) => /^(CERT_|ERR_TLS_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/.test(code))) return new Problem('SIGN_ON_CERTIFICATE', { host });
  if (codes.includes('OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED')) {
    const says = chain.map((one) => (one as { cause?: { body?: { issuer?: unknown } } }).cause?.body?.issuer).find((one) => typeof one === 'string');
    return says === undefined ? new Problem('SIGN_ON_NO_PROVIDER', { address: discoveryOf(issuer) }) : new Problem('SIGN_ON_ISSUER_DIFFERS', { issuer: says.slice(0, 300) });
  }
  if (codes.some((code) => code.startsWith('OAUTH_') && code !== 'OAUTH_TIMEOUT' && code !== 'OAUTH_ABORT')) return new Problem('SIGN_ON_NO_PROVIDER', { address: discoveryOf(issuer) });
  return problemOf(error);
}

function discoveryOf(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}
