import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { PasswordOwner } from './password.rules.js';

@Injectable()
export class PasswordsRepository {
  /** What a password of this person must not be made of; null when there is no such person. */
  async findOwner(reader: Reader, personId: string): Promise<PasswordOwner | null> {
    const [row] = await reader.query<PasswordOwner>(
      `select name, email, birth_date::text as "birthDate",
              array(select n.number from person_number n where n.person_id = person.id) as numbers
       from person where id = $1`,
      [personId],
    );
    return row ?? null;
  }

  async findHash(reader: Reader, personId: string): Promise<string | null> {
    const [row] = await reader.query<{ passwordHash: string | null }>('select password_hash as "passwordHash" from account where person_id = $1', [personId]);
    return row?.passwordHash ?? null;
  }

  /** @returns whether the person has an account */
  async updateHash(tx: Tx, personId: string, passwordHash: string): Promise<boolean> {
    const rows = await tx.query('update account set password_hash = $2 where person_id = $1 returning id', [personId, passwordHash]);
    return rows.length === 1;
  }
}
