/** Larger files are no certificates; reading them would only fill a phone's memory. */
export const LARGEST_FILE = 25 * 1024 * 1024;

/**
 * SHA-256 of a file in hexadecimal, computed on this device: the file is sent nowhere. Pages on plain HTTP have no SubtleCrypto, so a
 * small library stands in there.
 */
export async function fileSha256(file: Blob): Promise<string> {
  const content = await file.arrayBuffer();
  const { subtle } = (globalThis.crypto as Partial<Crypto> | undefined) ?? {};
  const digest = subtle
    ? new Uint8Array(await subtle.digest('SHA-256', content))
    : (await import('@noble/hashes/sha2.js')).sha256(new Uint8Array(content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
