import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';
import { SessionEntity } from './session.entity.js';

@Injectable()
export class SessionsRepository {
  async insert(reader: Reader, session: SessionEntity): Promise<void> {
    await reader.repository(SessionEntity).insert(session);
  }

  /** Has the account been used before, and with this browser? Where either side has no mark, the browser's own description decides. */
  async history(reader: Reader, { accountId, id, deviceHash, userAgent }: Pick<SessionEntity, 'accountId' | 'id' | 'deviceHash' | 'userAgent'>): Promise<{ used: boolean; known: boolean }> {
    const [row] = await reader.query<{ used: boolean; known: boolean }>(
      `select count(*) > 0 as used,
              coalesce(bool_or(device_hash = $3 or ((device_hash is null or $3 is null) and user_agent = $4)), false) as known
       from session where account_id = $1 and id <> $2`,
      [accountId, id, deviceHash, userAgent],
    );
    return row ?? { used: false, known: false };
  }

  /** The person behind a session, with what the browser said of itself. */
  async findOwner(reader: Reader, sessionId: string): Promise<{ personId: string; userAgent: string; address: string } | null> {
    const [row] = await reader.query<{ personId: string; userAgent: string; address: string }>(
      'select a.person_id as "personId", s.user_agent as "userAgent", host(s.address) as address from session s join account a on a.id = s.account_id where s.id = $1',
      [sessionId],
    );
    return row ?? null;
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
