import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { addressGroup } from '@pamong/platform/net/address-group';
import { readCertificateCode } from './certificate-code.rules.js';
import type { CertificateRecord } from './certificates.service.js';
import { CertificatesRepository } from './certificates.repository.js';

const windowMinutes = 10;
/** An office behind one address may mistype now and then; 60 bits are safe from that many guesses. */
const allowedMisses = 30;

/** Looks a code up for anyone, slowly for those who guess. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly db: Database,
    private readonly certificates: CertificatesRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The certificate with this code, however it was typed. Known codes are never limited.
   * @param address of the visitor; kept only as a hash, and for ten minutes
   * @throws Problem CERTIFICATE_UNKNOWN; CERTIFICATE_CHECKS_LIMITED after 30 unknown codes in ten minutes
   */
  async find(typed: string, address: string): Promise<CertificateRecord> {
    const code = readCertificateCode(typed);
    const found = code === null ? null : await this.certificates.findByCode(this.db, code);
    if (found !== null) return found;
    const [row] = await this.db.query<{ misses: number; endsAt: Date }>(
      `insert into verification_miss as m (key, misses, window_ends_at) values ($1, 1, $2::timestamptz + interval '${windowMinutes} minutes')
       on conflict (key) do update set
         misses = case when m.window_ends_at > $2 then m.misses + 1 else 1 end,
         window_ends_at = case when m.window_ends_at > $2 then m.window_ends_at else excluded.window_ends_at end
       returning misses, window_ends_at as "endsAt"`,
      [createHash('sha256').update(`verification:${addressGroup(address)}`).digest('base64url'), this.clock.now()],
    );
    if (row !== undefined && row.misses > allowedMisses) {
      const minutes = Math.max(1, Math.ceil((row.endsAt.getTime() - this.clock.now().getTime()) / 60_000));
      throw new Problem('CERTIFICATE_CHECKS_LIMITED', { minutes });
    }
    throw new Problem('CERTIFICATE_UNKNOWN');
  }
  /** Forgets what no longer counts. */
  async purgeMisses(): Promise<void> {
    await this.db.query('delete from verification_miss where window_ends_at < $1', [this.clock.now()]);
  }
}
