import type { StaffNumber } from '@pamong/contract/staff-number';
import { parseStaffNumber } from '@pamong/contract/staff-number';

/** What a provider vouches for, as far as it may identify somebody here. */
export interface VouchedFor {
  /** 18 digits. */
  readonly number: string | null;
  /** Small letters; only where the provider says that it verified it. */
  readonly email: string | null;
}

/**
 * Reads the claims of a provider. A number counts when it is text of the right form: a JSON number has lost its last digits.
 * An e-mail counts when it is asked for and `email_verified` is the boolean true, nothing like it.
 * @param numberClaim name of the claim; dots lead into nested ones where no claim has the whole name
 */
export function vouchedFor(claims: Readonly<Record<string, unknown>>, rule: { readonly numberClaim: string; readonly matchEmail: boolean }, currentYear: number): VouchedFor {
  const raw = claimOf(claims, rule.numberClaim);
  const text = Array.isArray(raw) && raw.length === 1 ? (raw[0] as unknown) : raw;
  const parsed = typeof text === 'string' ? parseStaffNumber(text, currentYear) : null;
  const email = claims['email'];
  return {
    number: parsed !== null && isNumber(parsed) ? parsed.digits : null,
    email: rule.matchEmail && claims['email_verified'] === true && typeof email === 'string' && email.includes('@') ? email.trim().toLowerCase() : null,
  };
}

function isNumber(parsed: ReturnType<typeof parseStaffNumber>): parsed is StaffNumber {
  return !('fault' in parsed);
}

/**
 * Does an id token show that its provider asked for a second factor? `amr` is a list of methods, `acr` the class of the whole sign-in
 * (OpenID Connect Core 2, RFC 8176). Only the id token itself may be asked: nobody signs what the user-info endpoint says.
 * @param accepted what the agency takes for it; letters count as they are
 */
export function showsSecondFactor(idToken: Readonly<Record<string, unknown>>, accepted: readonly string[]): boolean {
  const amr = idToken['amr'];
  const shown: unknown[] = [...(Array.isArray(amr) ? (amr as unknown[]) : []), idToken['acr']];
  return shown.some((one) => typeof one === 'string' && accepted.includes(one));
}

/** The claim of this name; own properties only. */
export function claimOf(claims: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>((inside, key) => (typeof inside === 'object' && inside !== null && Object.hasOwn(inside, key) ? (inside as Record<string, unknown>)[key] : undefined), claims);
}
