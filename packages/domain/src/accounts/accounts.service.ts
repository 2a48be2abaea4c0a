import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { mobileNumber } from '@pamong/contract/phone-number';
import { normaliseStaffNumber } from '@pamong/contract/staff-number';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { AccountEntity } from './account.entity.js';
import { PasswordHasher } from './password-hasher.js';
import { peopleOfLogin } from './logins.sql.js';
import type { Device, SessionOwner } from './sessions.service.js';
import { SignInLimits } from './sign-in-limits.js';

export interface SignInAttempt extends Device {
  readonly login: string;
  readonly password: string;
}

interface FoundAccount {
  readonly id: string;
  readonly personId: string;
  readonly passwordHash: string | null;
}

@Injectable()
export class AccountsService {
  constructor(
    private readonly db: Database,
    private readonly hasher: PasswordHasher,
    private readonly limits: SignInLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives a person an account with a password. The hash is made outside of the transaction, by `hashPassword`.
   * @param language in which the person wants to be written to; null: as the agency writes
   */
  async create(tx: Tx, personId: string, passwordHash: string | null, language: 'id' | 'en' | null = null): Promise<string> {
    const id = newId();
    await tx.repository(AccountEntity).insert({ id, personId, passwordHash, language, disabledAt: null, createdAt: this.clock.now() });
    return id;
  }

  /** In which language the person wants to be written to; null: as the agency writes. */
  async languageOf(reader: Reader, personId: string): Promise<'id' | 'en' | null> {
    const [row] = await reader.query<{ language: 'id' | 'en' | null }>('select language from account where person_id = $1', [personId]);
    return row?.language ?? null;
  }

  async chooseLanguage(tx: Tx, personId: string, language: 'id' | 'en' | null): Promise<void> {
    await tx.query('update account set language = $2 where person_id = $1', [personId, language]);
  }

  hashPassword(password: string): Promise<string> {
    return this.hasher.hash(password);
  }

  /**
   * Proves somebody by NIP, NI PPPK, e-mail or a mobile number that they have proved, and password.
   * @throws Problem LOGIN_LIMITED after too many failures; LOGIN_FAILED alike for an unknown account and a wrong password;
   * SERVER_BUSY when too many wait
   */
  async prove(attempt: SignInAttempt): Promise<SessionOwner> {
    const login = readLogin(attempt.login);
    await this.limits.check(login, attempt.address);
    const account = await this.findByLogin(login);
    const right = await this.hasher.inTurn(async () => {
      // Asked again when it is this attempt's turn: of many guesses sent at once, those before it have been counted by now.
      await this.limits.check(login, attempt.address);
      const matches = await this.hasher.matches(account?.passwordHash ?? null, attempt.password);
      if (!matches) await this.limits.countFailure(login, attempt.address);
      return matches;
    });
    if (!right || account === null) throw new Problem('LOGIN_FAILED');
    await this.limits.clear(login);
    return { accountId: account.id, personId: account.personId };
  }

  private async findByLogin(login: string): Promise<FoundAccount | null> {
    const rows = await this.db.query<FoundAccount>(
      `select a.id, a.person_id as "personId", a.password_hash as "passwordHash" from (${peopleOfLogin(login)}) l join account a on a.person_id = l.id
       where a.disabled_at is null limit 2`,
      [login],
    );
    // Two people may share an office's e-mail address; then it identifies nobody.
    return rows.length === 1 ? (rows[0] ?? null) : null;
  }
}

/** A login as it is stored: an address in small letters, `+62...` for a mobile number, else digits alone. No mobile number has the 18 digits of a NIP. */
export function readLogin(typed: string): string {
  return typed.includes('@') ? typed.trim().toLowerCase() : (mobileNumber(typed) ?? normaliseStaffNumber(typed));
}
