import type { SignInAttempt } from '../accounts/accounts.service.js';
import { SignInService } from '../accounts/sign-in.service.js';
import type { DomainBed } from './domain-bed.js';

/** Signs in somebody without a second factor. @returns the session's token */
export async function signInToken(bed: DomainBed, attempt: SignInAttempt): Promise<string> {
  const entered = await bed.get(SignInService).enter(attempt);
  if (entered.kind !== 'session') throw new Error(`signing in goes on with a ${entered.kind}`);
  return entered.token;
}
