import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';
import { SessionEntity } from './session.entity.js';

@Injectable()
export class SessionsRepository {
  async insert(reader: Reader, session: SessionEntity): Promise<void> {
    await reader.repository(SessionEntity).insert(session);
  }

  listOpen(reader: Reader, accountId: string, now: Date): Promise<SessionEntity[]> {
    return reader
      .repository(SessionEntity)
      .createQueryBuilder('s')
      .where('s.accountId = :accountId and s.revokedAt is null and s.expiresAt > :now', { accountId, now })
      .orderBy('s.lastSeenAt', 'DESC')
      .getMany();
  }

  /** @returns whether a live session of this account was ended */
  async revoke(reader: Reader, accountId: string, sessionId: string, now: Date): Promise<boolean> {
    const rows = await reader.query(
      'update session set revoked_at = $3 where id = $2 and account_id = $1 and revoked_at is null returning id',
      [accountId, sessionId, now],
    );
    return rows.length === 1;
  }

  /** Ends every live session of a person but one. @returns how many ended */
  async revokeAll(reader: Reader, personId: string, exceptSessionId: string | null, now: Date): Promise<number> {
    const rows = await reader.query(
      `update session s set revoked_at = $3 from account a
       where a.id = s.account_id and a.person_id = $1 and s.id is distinct from $2 and s.revoked_at is null and s.expires_at > $3 returning s.id`,
      [personId, exceptSessionId, now],
    );
    return rows.length;
  }
}
