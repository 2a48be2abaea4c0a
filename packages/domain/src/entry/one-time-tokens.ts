import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { hashOf } from '../accounts/sessions.service.js';
import type { TokenPurpose } from './one-time-token.entity.js';
import { OneTimeTokenEntity } from './one-time-token.entity.js';

/** What a token stands for. */
export interface TokenSubject {
  readonly purpose: TokenPurpose;
  readonly personId: string | null;
  readonly email: string | null;
  readonly phone?: string;
  readonly minutes: number;
  readonly codeId?: string;
  readonly details?: Record<string, unknown>;
  readonly createdBy?: string;
}

/** A token that is still good. */
export type OpenToken = Readonly<OneTimeTokenEntity>;

/** Makes one-time tokens, looks at them and uses them up. */
@Injectable()
export class OneTimeTokens {
  constructor(private readonly clock: Clock) {}

  /** @returns the token: 256 random bits, base64url; nobody can read it again */
  async make(tx: Tx, subject: TokenSubject): Promise<{ token: string; id: string; expiresAt: Date }> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + subject.minutes * 60_000);
    const { purpose, personId, email, phone = null, codeId = null, details = null, createdBy = null } = subject;
    const id = newId();
    await tx.query(
      `insert into one_time_token (id, purpose, token_hash, person_id, email, phone, code_id, details, created_by, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, purpose, hashOf(token), personId, email, phone, codeId, details === null ? null : JSON.stringify(details), createdBy, now, expiresAt],
    );
    return { token, id, expiresAt };
  }

  /** @throws Problem LINK_INVALID when it is unknown, used, replaced or too old, or made for something else */
  async look(reader: Reader, token: string, purposes: readonly TokenPurpose[]): Promise<OpenToken> {
    const found = await reader.repository(OneTimeTokenEntity).findOneBy({ tokenHash: hashOf(token) });
    if (found === null || !purposes.includes(found.purpose) || found.usedAt !== null || found.revokedAt !== null || found.expiresAt <= this.clock.now()) {
      throw new Problem('LINK_INVALID');
    }
    return found;
  }

  /** Uses a token up; of two at once one succeeds. @throws Problem LINK_INVALID */
  async use(tx: Tx, token: OpenToken): Promise<void> {
    const used = await tx.query(
      'update one_time_token set used_at = $2 where id = $1 and used_at is null and revoked_at is null and expires_at > $2 returning id',
      [token.id, this.clock.now()],
    );
    if (used.length === 0) throw new Problem('LINK_INVALID');
  }

  /** Lets no earlier link of a person work any more. */
  async revokeOf(tx: Tx, personId: string, purposes: readonly TokenPurpose[]): Promise<void> {
    await tx.query(
      'update one_time_token set revoked_at = $3 where person_id = $1 and purpose = any($2) and used_at is null and revoked_at is null',
      [personId, purposes, this.clock.now()],
    );
  }

  /** Forgets tokens that ended more than 90 days ago. */
  async purge(reader: Reader): Promise<void> {
    await reader.query('delete from one_time_token where expires_at < $1', [new Date(this.clock.now().getTime() - 90 * 86_400_000)]);
  }
}
