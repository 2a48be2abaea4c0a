import { createHmac, timingSafeEqual } from 'node:crypto';

/** RFC 6238 as every authenticator application knows it: HMAC-SHA-1, six digits, a new code each 30 s. */
const stepSeconds = 30;
const digits = 6;
/** One step to either side is forgiven: a slow thumb, a clock that is a little off (RFC 6238, 5.2). */
const forgiven = 1;
/** So far a code is still recognised, in order to say that the phone's clock is wrong; it opens nothing. */
const recognised = 20;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export type TotpVerdict =
  | { readonly kind: 'right'; readonly step: number }
  /** Right for another time. Positive: the phone's clock is ahead. */
  | { readonly kind: 'clock'; readonly minutes: number }
  | { readonly kind: 'wrong' };

/** The code of a secret in the step that holds a moment, or in another one. */
export function totpCode(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** digits).padStart(digits, '0');
}

export function stepAt(moment: Date): number {
  return Math.floor(moment.getTime() / 1000 / stepSeconds);
}

/** @param typed six digits, blanks allowed */
export function judgeTotp(secret: Buffer, typed: string, now: Date): TotpVerdict {
  const code = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(code)) return { kind: 'wrong' };
  const current = stepAt(now);
  // The nearest first, so that a code which fits twice counts for now.
  for (let distance = 0; distance <= recognised; distance += 1) {
    for (const step of distance === 0 ? [current] : [current - distance, current + distance]) {
      if (!timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(code))) continue;
      return distance <= forgiven ? { kind: 'right', step } : { kind: 'clock', minutes: Math.sign(step - current) * Math.max(1, Math.round((distance * stepSeconds) / 60)) };
    }
  }
  return { kind: 'wrong' };
}

/** RFC 4648 base 32 without padding, as authenticator applications take a secret. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** What the QR code holds. @param account whose it is, as the application lists it */
export function otpauthUri(secret: Buffer, account: string): string {
  return `otpauth://totp/Pamong:${encodeURIComponent(account)}?secret=${base32(secret)}&issuer=Pamong&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`;
}
