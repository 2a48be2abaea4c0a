import { Injectable } from '@nestjs/common';
import type { Tx } from '@pamong/platform/database/database';

/** @throws Problem where the actor must not change the number or address with which one of these people signs in */
export type LoginChangeCheck = (tx: Tx, actorId: string, personIds: readonly string[]) => Promise<void>;

/**
 * What later features ask before somebody changes what others sign in with. Links that set a password go to the address, and an
 * agency's provider vouches for the number: whoever may change them can become that person.
 */
@Injectable()
export class LoginChangeChecks {
  private readonly checks: LoginChangeCheck[] = [];

  add(check: LoginChangeCheck): void {
    this.checks.push(check);
  }

  async run(tx: Tx, actorId: string, personIds: readonly string[]): Promise<void> {
    if (personIds.length > 0) for (const check of this.checks) await check(tx, actorId, personIds);
  }
}
