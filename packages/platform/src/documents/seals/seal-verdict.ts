import { createHash, verify } from 'node:crypto';
import { X509Certificate } from 'node:crypto';
import type { AsnType, BaseBlock } from 'asn1js';
import { setOf } from './der.js';
import { signedAttributes, totalSize, writeCms } from './cms-signature.js';

/** Why a document does not carry an intact seal of this installation. */
export type SealFault = 'unsealed' | 'extended' | 'damaged' | 'foreign' | 'changed' | 'forged' | 'expired';

/** The outcome of a verification. `extended`: bytes were added after sealing; `changed`: bytes under the seal differ. */
export type SealVerdict = { intact: true; sealedAt: Date; serial: string } | { intact: false; fault: SealFault };

const fault = (name: SealFault): SealVerdict => ({ intact: false, fault: name });

interface Signature {
  covered: Buffer[];
  cms: Buffer;
  sealedAt: Date;
}

/**
 * Verifies a system seal strictly: it must cover the whole file, be written exactly as this installation writes it, and chain to the
 * given authority. So one changed byte anywhere, padding included, is found. Needs nothing but the document and the certificate.
 */
export async function verifySeal(pdf: Buffer, authority: X509Certificate): Promise<SealVerdict> {
  const signature = readSignature(pdf);
  if ('intact' in signature) return signature;
  const hash = createHash('sha256');
  for (const part of signature.covered) hash.update(part);
  const digest = hash.digest();
  // The digest stands in the message as it is; without it there is no need to parse anything.
  if (!signature.cms.includes(digest)) return fault('changed');
  const message = await readMessage(signature.cms);
  if (!message) return fault('damaged');
  const { seal, issuer, attributes, value } = message;
  if (!issuer.raw.equals(authority.raw) || !seal.checkIssued(authority) || !seal.verify(authority.publicKey)) return fault('foreign');
  const expected = setOf(...signedAttributes(digest, seal));
  if (!expected.equals(attributes)) return fault('changed');
  if (!verify('sha256', attributes, seal.publicKey, value)) return fault('forged');
  if (signature.sealedAt < seal.validFromDate || signature.sealedAt > seal.validToDate) return fault('expired');
  return { intact: true, sealedAt: signature.sealedAt, serial: seal.serialNumber };
}

function readSignature(pdf: Buffer): Signature | SealVerdict {
  const from = pdf.lastIndexOf('/ByteRange [', undefined, 'latin1');
  if (from < 0) return fault('unsealed');
  const dictionary = pdf.toString('latin1', from, from + 400);
  const range = /^\/ByteRange \[([\d ]+)\]/.exec(dictionary)?.[1]?.trim().split(/ +/).map(Number) ?? [];
  const [first, gap, end, rest] = range;
  if (range.length !== 4 || first !== 0 || gap === undefined || end === undefined || rest === undefined) return fault('damaged');
  if (end + rest < pdf.length) return fault('extended');
  const when = /\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/.exec(dictionary)?.slice(1).map(Number);
  const hex = pdf.toString('latin1', gap, end);
  if (end + rest !== pdf.length || !when || !/^<(?:[0-9a-f]{2})+>$/.test(hex)) return fault('damaged');
  const room = Buffer.from(hex.slice(1, -1), 'hex');
  const size = totalSize(room);
  if (size > room.length || room.subarray(size).some((byte) => byte !== 0)) return fault('damaged');
  const [year = 0, month = 1, day, hour, minute, second] = when;
  const sealedAt = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return { covered: [pdf.subarray(0, gap), pdf.subarray(end)], cms: room.subarray(0, size), sealedAt };
}

interface Message {
  seal: X509Certificate;
  issuer: X509Certificate;
  /** DER of the signed attributes as a SET OF. */
  attributes: Buffer;
  value: Buffer;
}

/** Reads a message with pkijs, then writes it again from its parts: any difference means that something in it was touched. */
async function readMessage(cms: Buffer): Promise<Message | undefined> {
  // Verifying is rare and these two weigh 14 MB, so they are loaded with the first document.
  const [{ fromBER }, { ContentInfo, SignedData }] = await Promise.all([import('asn1js'), import('pkijs')]);
  try {
    const content = new ContentInfo({ schema: fromBER(cms).result });
    const signed = new SignedData({ schema: content.content as AsnType });
    const [signer] = signed.signerInfos;
    const certificates = (signed.certificates ?? []).map((item) => {
      const { toSchema } = item as { toSchema?: (encode?: boolean) => BaseBlock };
      if (!toSchema) throw new Error('Not a certificate');
      return new X509Certificate(Buffer.from(toSchema.call(item).toBER()));
    });
    const [seal, issuer] = certificates;
    if (!seal || !issuer || certificates.length !== 2 || !signer?.signedAttrs || signed.signerInfos.length !== 1) return undefined;
    const parts = signer.signedAttrs.attributes.map((attribute) => Buffer.from(attribute.toSchema().toBER()));
    const value = Buffer.from(signer.signature.valueBlock.valueHexView);
    if (!writeCms(parts, value, [seal, issuer]).equals(cms)) return undefined;
    return { seal, issuer, attributes: setOf(...parts), value };
  } catch {
    // Whatever does not parse is not a seal of ours.
    return undefined;
  }
}
