import { createHash } from 'node:crypto';
import { signAttributes, signedAttributes, writeCms } from '../cms-signature.js';
import { appendSignatureField, fillSignature } from '../pdf-signature.js';
import type { SealDriver, SealOccasion } from '../seal-driver.js';
import { verifySeal } from '../seal-verdict.js';
import type { SealVerdict } from '../seal-verdict.js';
import { openSealKeys, sealNeedsRenewal } from './seal-keys.js';
import type { SealKeys } from './seal-keys.js';

/**
 * The seal of the installation itself: PAdES-B-B with a P-256 key made at the first start. It proves that a document came from here
 * unchanged. It is not the certified signature of a person, and documents must say so.
 */
export class SystemSealDriver implements SealDriver {
  readonly name = 'system';
  private keys: Promise<SealKeys> | undefined;

  /** @param folder folder of the keys, shared by every process of the installation */
  constructor(private readonly folder: string) {}

  async seal(pdf: Buffer, occasion: SealOccasion): Promise<Buffer> {
    const { seal, authority } = await this.open(occasion.time);
    const prepared = appendSignatureField(pdf, { ...occasion, name: 'Segel sistem Pamong' });
    const [, gap, end] = prepared.byteRange;
    const digest = createHash('sha256').update(prepared.pdf.subarray(0, gap)).update(prepared.pdf.subarray(end)).digest();
    const attributes = signedAttributes(digest, seal.certificate);
    return fillSignature(prepared, writeCms(attributes, signAttributes(attributes, seal.key), [seal.certificate, authority]));
  }

  async verify(pdf: Buffer): Promise<SealVerdict> {
    return verifySeal(pdf, (await this.open(new Date())).authority);
  }

  /** The installation's authority certificate in PEM, for those who want to trust it in their PDF reader. */
  async authority(): Promise<string> {
    return (await this.open(new Date())).authority.toString();
  }

  private async open(now: Date): Promise<SealKeys> {
    this.keys ??= openSealKeys(this.folder, now);
    try {
      const keys = await this.keys;
      if (!sealNeedsRenewal(keys, now)) return keys;
      this.keys = openSealKeys(this.folder, now);
      return await this.keys;
    } catch (error) {
      // A full disk today must not be remembered for ever.
      this.keys = undefined;
      throw error;
    }
  }
}
