import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { RecoveryCodeEntity } from './recovery-code.entity.js';
import { SecondFactorEntity } from './second-factor.entity.js';

/** How an account stands, in one read. */
export interface FactorState {
  readonly confirmedAt: Date | null;
  readonly recoveryLeft: number;
}

@Injectable()
export class SecondFactorRepository {
  find(reader: Reader, accountId: string): Promise<SecondFactorEntity | null> {
    return reader.repository(SecondFactorEntity).findOneBy({ accountId });
  }

  async state(reader: Reader, accountId: string): Promise<FactorState> {
    const [row] = await reader.query<FactorState>(
      `select (select confirmed_at from second_factor where account_id = $1) as "confirmedAt",
              (select count(*)::int from recovery_code where account_id = $1 and used_at is null) as "recoveryLeft"`,
      [accountId],
    );
    return row ?? { confirmedAt: null, recoveryLeft: 0 };
  }

  /** Puts a new secret in the place of one that was never confirmed. @returns false where one is confirmed already */
  async putDraft(reader: Reader, accountId: string, sealedSecret: string): Promise<boolean> {
    const rows = await reader.query(
      `insert into second_factor (account_id, sealed_secret) values ($1, $2)
       on conflict (account_id) do update set sealed_secret = excluded.sealed_secret where second_factor.confirmed_at is null returning account_id`,
      [accountId, sealedSecret],
    );
    return rows.length === 1;
  }

  /** @returns false where it was confirmed meanwhile */
  async confirm(tx: Tx, accountId: string, step: number, now: Date): Promise<boolean> {
    const rows = await tx.query('update second_factor set confirmed_at = $3, last_step = $2 where account_id = $1 and confirmed_at is null returning account_id', [accountId, step, now]);
    return rows.length === 1;
  }

  /** Takes a code's step, once: of two who show the same code at the same time one comes second. */
  async takeStep(reader: Reader, accountId: string, step: number): Promise<boolean> {
    const rows = await reader.query(
      'update second_factor set last_step = $2 where account_id = $1 and (last_step is null or last_step < $2) returning account_id',
      [accountId, step],
    );
    return rows.length === 1;
  }

  async takeRecoveryCode(reader: Reader, accountId: string, codeHash: Buffer, now: Date): Promise<boolean> {
    const rows = await reader.query('update recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null returning account_id', [accountId, codeHash, now]);
    return rows.length === 1;
  }

  async replaceRecoveryCodes(tx: Tx, accountId: string, codeHashes: readonly Buffer[]): Promise<void> {
    await tx.query('delete from recovery_code where account_id = $1', [accountId]);
    await tx.repository(RecoveryCodeEntity).insert(codeHashes.map((codeHash) => ({ accountId, codeHash, usedAt: null })));
  }

  /** @returns whether a confirmed one was there */
  async remove(tx: Tx, accountId: string): Promise<boolean> {
    await tx.query('delete from recovery_code where account_id = $1', [accountId]);
    const rows = await tx.query<{ confirmed: boolean }>('delete from second_factor where account_id = $1 returning confirmed_at is not null as confirmed', [accountId]);
    return rows[0]?.confirmed === true;
  }
}
