/** Just enough DER (ITU-T X.690) to write certificates and signatures; reading is left to pkijs and node:crypto. */

function length(size: number): Buffer {
  if (size < 0x80) return Buffer.of(size);
  if (size < 0x100) return Buffer.of(0x81, size);
  if (size < 0x10000) return Buffer.of(0x82, size >> 8, size & 0xff);
  throw new RangeError(`DER value of ${size} bytes is longer than anything written here`);
}

/** One value with its tag. */
export function tagged(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), length(body.length), body]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => tagged(0x30, ...parts);

/** SET OF in DER order: encodings ascending. */
export const setOf = (...parts: readonly Uint8Array[]): Buffer => tagged(0x31, ...[...parts].sort(Buffer.compare));

export const octets = (content: Uint8Array): Buffer => tagged(0x04, content);

export const bits = (content: Uint8Array, unused = 0): Buffer => tagged(0x03, Buffer.of(unused), content);

export const boolean = (value: boolean): Buffer => tagged(0x01, Buffer.of(value ? 0xff : 0));

export const utf8 = (text: string): Buffer => tagged(0x0c, Buffer.from(text, 'utf8'));

/** A non-negative integer from its big-endian bytes. */
export function integer(value: number | Uint8Array): Buffer {
  let bytes = typeof value === 'number' ? Buffer.of(value) : Buffer.from(value);
  while (bytes.length > 1 && bytes[0] === 0 && ((bytes[1] ?? 0) & 0x80) === 0) bytes = bytes.subarray(1);
  return (bytes[0] ?? 0) & 0x80 ? tagged(0x02, Buffer.of(0), bytes) : tagged(0x02, bytes);
}

/** An object identifier in dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const groups = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return tagged(0x06, Buffer.from(bytes));
}

/** UTCTime until 2049, GeneralizedTime after, as RFC 5280 asks. */
export function time(instant: Date): Buffer {
  const digits = instant.toISOString().replace(/\.\d+/, '').replace(/[-:T]/g, '');
  return instant.getUTCFullYear() < 2050 ? tagged(0x17, Buffer.from(digits.slice(2))) : tagged(0x18, Buffer.from(digits));
}
