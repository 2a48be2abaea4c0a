import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { PhoneCodeEntity } from './phone-code.entity.js';

/** A code as whoever checks or sends it needs it. */
export type OpenCode = Pick<PhoneCodeEntity, 'id' | 'phone' | 'codeSealed' | 'details'>;

const shown = 'id, phone, code_sealed as "codeSealed", details';

@Injectable()
export class PhoneCodesRepository {
  async insert(tx: Tx, code: Omit<PhoneCodeEntity, 'tries' | 'sentAt' | 'usedAt'>): Promise<void> {
    const { id, phone, codeSealed, details, createdAt, expiresAt } = code;
    await tx.query('insert into phone_code (id, phone, code_sealed, details, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)', [id, phone, codeSealed, JSON.stringify(details), createdAt, expiresAt]);
  }

  /** Counts a try before it is looked at, so that many at once are not more than allowed. Null: unknown, used, too old or tried too often. */
  async take(reader: Reader, id: string, most: number, now: Date): Promise<OpenCode | null> {
    const [row] = await reader.query<OpenCode>(
      `update phone_code set tries = tries + 1 where id = $1 and used_at is null and expires_at > $3 and tries < $2 returning ${shown}`,
      [id, most, now],
    );
    return row ?? null;
  }

  /** @returns false when somebody else was faster */
  async use(tx: Tx, id: string, now: Date): Promise<boolean> {
    return (await tx.query('update phone_code set used_at = $2 where id = $1 and used_at is null returning id', [id, now])).length > 0;
  }

  async findUnsent(reader: Reader, id: string, now: Date): Promise<OpenCode | null> {
    const [row] = await reader.query<OpenCode>(`select ${shown} from phone_code where id = $1 and sent_at is null and used_at is null and expires_at > $2`, [id, now]);
    return row ?? null;
  }

  async updateSent(reader: Reader, id: string, now: Date): Promise<void> {
    await reader.query('update phone_code set sent_at = $2 where id = $1', [id, now]);
  }

  async purge(reader: Reader, before: Date): Promise<void> {
    await reader.query('delete from phone_code where expires_at < $1', [before]);
  }
}
