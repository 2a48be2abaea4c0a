import { createHash, sign } from 'node:crypto';
import type { KeyObject, X509Certificate } from 'node:crypto';
import { integer, octets, oid, sequence, setOf, tagged } from './der.js';
import { ECDSA_SHA256 } from './seal-certificate.js';

const DATA = oid('1.2.840.113549.1.7.1');
const SIGNED_DATA = oid('1.2.840.113549.1.7.2');
const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'));

const sha256 = (content: Uint8Array): Buffer => createHash('sha256').update(content).digest();

function attribute(type: string, value: Buffer): Buffer {
  return sequence(oid(type), setOf(value));
}

/**
 * The attributes that are signed: content type, digest, and the certificate itself (signing-certificate-v2), as the baseline
 * profile PAdES-B-B asks. The time of signing stands in the PDF (/M) and must not be repeated here.
 */
export function signedAttributes(digest: Uint8Array, certificate: X509Certificate): Buffer[] {
  return [
    attribute('1.2.840.113549.1.9.3', DATA),
    attribute('1.2.840.113549.1.9.4', octets(digest)),
    attribute('1.2.840.113549.1.9.16.2.47', sequence(sequence(sequence(octets(sha256(certificate.raw)))))),
  ];
}

/** Signs the attributes with a P-256 key: they are signed as a SET OF, although the message carries them under tag [0]. */
export function signAttributes(attributes: readonly Buffer[], key: KeyObject): Buffer {
  return sign('sha256', setOf(...attributes), key);
}

/** The parts of a serial number and issuer as they stand in the certificate, in DER. */
function issuerAndSerial(certificate: X509Certificate): Buffer {
  const body = children(children(certificate.raw)[0] ?? Buffer.alloc(0));
  const [, serial, , issuer] = body;
  if (!serial || !issuer) throw new Error('The seal certificate has no issuer');
  return sequence(issuer, serial);
}

/** The values directly inside a constructed DER value. */
function children(der: Buffer): Buffer[] {
  const inside = der.subarray(headerSize(der));
  const found: Buffer[] = [];
  for (let at = 0; at < inside.length; ) {
    const size = totalSize(inside.subarray(at));
    found.push(inside.subarray(at, at + size));
    at += size;
  }
  return found;
}

const headerSize = (der: Buffer): number => (der.readUInt8(1) < 0x80 ? 2 : 2 + (der.readUInt8(1) & 0x7f));

/** Size of the DER value that begins here, header included. */
export function totalSize(der: Buffer): number {
  const first = der.readUInt8(1);
  return first < 0x80 ? 2 + first : headerSize(der) + der.readUIntBE(2, first & 0x7f);
}

/**
 * A detached CMS SignedData (RFC 5652) of one signer. Writing it from the same parts always gives the same bytes, which lets the
 * verifier refuse any change within the message, even where a lenient reader would look away.
 * @param chain the signer's certificate first, then its authority
 */
export function writeCms(attributes: readonly Buffer[], signature: Uint8Array, chain: readonly X509Certificate[]): Buffer {
  const [signer] = chain;
  if (!signer) throw new Error('A signature needs a certificate');
  const signerInfo = sequence(
    integer(1),
    issuerAndSerial(signer),
    SHA256,
    tagged(0xa0, ...[...attributes].sort(Buffer.compare)),
    ECDSA_SHA256,
    octets(signature),
  );
  const signedData = sequence(
    integer(1),
    setOf(SHA256),
    sequence(DATA),
    tagged(0xa0, ...chain.map((certificate) => certificate.raw)),
    setOf(signerInfo),
  );
  return sequence(SIGNED_DATA, tagged(0xa0, signedData));
}
