import { Problem } from '@pamong/contract/kernel/problem';
import { ForbiddenAddress } from '@pamong/platform/net/guarded-fetch';
import * as oidc from 'openid-client';

/** What went wrong with a provider, in a code of ours; the exact reason stays with it as its cause, for the log and the audit trail. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return Object.assign(new Problem(codeOf(error)), { cause: new Error(reasonOf(error)) });
}

function codeOf(error: unknown): Problem['code'] {
  if (error instanceof oidc.AuthorizationResponseError) {
    return ['access_denied', 'login_required', 'interaction_required', 'consent_required'].includes(error.error) ? 'SIGN_ON_CANCELLED' : 'SIGN_ON_REFUSED';
  }
  if (error instanceof oidc.ResponseBodyError || error instanceof oidc.WWWAuthenticateChallengeError) return 'SIGN_ON_REFUSED';
  const code = error instanceof oidc.ClientError ? error.code : undefined;
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return 'SIGN_ON_CLOCK';
  const forbidden = causes(error).find((one) => one instanceof ForbiddenAddress);
  if (forbidden !== undefined) return forbidden.why === 'private' ? 'SIGN_ON_ADDRESS_PRIVATE' : 'SIGN_ON_ADDRESS_REFUSED';
  // Without a code of the protocol it was the line; an unexpected status or type is no provider at that address, or a sick one.
  const line = code === undefined || code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' || code === 'OAUTH_RESPONSE_IS_NOT_JSON';
  return line ? 'SIGN_ON_UNREACHABLE' : 'SIGN_ON_REFUSED';
}

/** An error with what caused it, as far as libraries nest them. */
export function causes(error: unknown): unknown[] {
  const chain: unknown[] = [];
  // By its shape: an error of another realm is no instance of ours.
  for (let one = error; isError(one) && chain.length < 6; one = one.cause) chain.push(one);
  return chain;
}

/** The whole chain in one line, which only an operator can use. */
export function reasonOf(error: unknown): string {
  return causes(error).map((one) => `${(one as { code?: string }).code ?? ''} ${(one as Error).message}`.trim()).join(': ');
}

function isError(one: unknown): one is Error {
  return typeof one === 'object' && one !== null && 'message' in one;
}
