import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { peopleOfLogin } from './logins.sql.js';

/** Mobile numbers that people have proved: whoever did signs in with theirs. */
@Injectable()
export class VerifiedPhones {
  constructor(private readonly clock: Clock) {}

  /** Two who prove one number at once wait for each other here. */
  async lock(tx: Tx, phone: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('phone:' || $1, 0))`, [phone]);
  }

  /** The person who has proved this number and still has it. */
  async findHolder(reader: Reader, phone: string): Promise<string | null> {
    const [row] = await reader.query<{ id: string }>(`${peopleOfLogin(phone)} limit 1`, [phone]);
    return row?.id ?? null;
  }

  async insert(tx: Tx, personId: string, phone: string): Promise<void> {
    await tx.query(
      'insert into verified_phone (person_id, phone, verified_at) values ($1, $2, $3) on conflict (person_id, phone) do update set verified_at = excluded.verified_at',
      [personId, phone, this.clock.now()],
    );
  }
}
