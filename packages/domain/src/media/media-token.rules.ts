import { createHmac, timingSafeEqual } from 'node:crypto';

const SEAL_BYTES = 16;
const BUCKET_SECONDS = 6 * 3_600;

/**
 * A sealed address part: asset (16 bytes), end of validity (4 bytes, seconds), HMAC-SHA256 cut to 128 bits. Whoever holds it may
 * read the files of this recording until then; so no segment costs a query. It changes every six hours only, so that a
 * browser's cache finds what it has fetched.
 * @param now seconds since 1970
 */
export function sealMediaToken(secret: Uint8Array, assetId: string, now: number): { token: string; expires: number } {
  const expires = (Math.floor(now / BUCKET_SECONDS) + 2) * BUCKET_SECONDS;
  const body = Buffer.alloc(20);
  body.write(assetId.replaceAll('-', ''), 0, 'hex');
  body.writeUInt32BE(expires, 16);
  return { token: Buffer.concat([body, seal(secret, body)]).toString('base64url'), expires };
}

/** The asset that a token opens; null when it is not ours, and `expired` when its time is over. */
export function openMediaToken(secret: Uint8Array, token: string, now: number): { assetId: string; expires: number } | 'expired' | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 20 + SEAL_BYTES) return null;
  const body = bytes.subarray(0, 20);
  if (!timingSafeEqual(seal(secret, body), bytes.subarray(20))) return null;
  const expires = body.readUInt32BE(16);
  if (expires <= now) return 'expired';
  const hex = body.toString('hex', 0, 16);
  return { assetId: [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'), expires };
}

function seal(secret: Uint8Array, body: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(body).digest().subarray(0, SEAL_BYTES);
}
