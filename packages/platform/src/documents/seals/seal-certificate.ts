import { createHash, createPublicKey, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { bits, boolean, integer, octets, oid, sequence, setOf, tagged, time, utf8 } from './der.js';

/** ecdsa-with-SHA256. */
export const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));

/** Who signs, who is named, and for how long. */
export interface CertificateRequest {
  /** Common name of the holder. */
  subject: string;
  /** Common name of the signer; equal to `subject` for the installation's own authority. */
  issuer: string;
  holder: KeyObject;
  signer: KeyObject;
  from: Date;
  until: Date;
  authority: boolean;
}

/** Distinguished name of one organisation and one common name. */
function distinguishedName(commonName: string): Buffer {
  const attribute = (type: string, value: string): Buffer => setOf(sequence(oid(type), utf8(value)));
  return sequence(attribute('2.5.4.10', 'Pamong'), attribute('2.5.4.3', commonName));
}

const publicDer = (key: KeyObject): Buffer => createPublicKey(key).export({ type: 'spki', format: 'der' });

/** RFC 5280 key identifier: SHA-1 of the public point, which is the last 65 bytes of a P-256 key. */
const keyIdentifier = (key: KeyObject): Buffer => createHash('sha1').update(publicDer(key).subarray(-65)).digest();

function extensions({ authority, holder, signer }: CertificateRequest): Buffer {
  const extension = (type: string, critical: boolean, value: Buffer): Buffer =>
    sequence(oid(type), ...(critical ? [boolean(true)] : []), octets(value));
  // Authority: keyCertSign and cRLSign. Seal: digitalSignature and nonRepudiation.
  const usage = authority ? bits(Buffer.of(0x06), 1) : bits(Buffer.of(0xc0), 6);
  const list = [
    extension('2.5.29.19', true, authority ? sequence(boolean(true), integer(0)) : sequence()),
    extension('2.5.29.15', true, usage),
    extension('2.5.29.14', false, octets(keyIdentifier(holder))),
    extension('2.5.29.35', false, sequence(tagged(0x80, keyIdentifier(signer)))),
  ];
  // id-kp-documentSigning (RFC 9336); readers built on NSS know only emailProtection and call the first alone corrupt.
  if (!authority) list.push(extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.36'), oid('1.3.6.1.5.5.7.3.4'))));
  return tagged(0xa3, sequence(...list));
}

/** Writes an X.509 v3 certificate with P-256 keys, in DER. */
export function writeCertificate(request: CertificateRequest): Buffer {
  const serial = randomBytes(16);
  serial.writeUInt8((serial.readUInt8(0) & 0x7f) | 0x40, 0);
  const body = sequence(
    tagged(0xa0, integer(2)),
    integer(serial),
    ECDSA_SHA256,
    distinguishedName(request.issuer),
    sequence(time(request.from), time(request.until)),
    distinguishedName(request.subject),
    publicDer(request.holder),
    extensions(request),
  );
  return sequence(body, ECDSA_SHA256, bits(sign('sha256', body, request.signer)));
}
