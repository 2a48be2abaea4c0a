import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { hash, verify } from '@node-rs/argon2';
import { normalisePassword } from './password.rules.js';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane; about 16 ms a hash. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Who would wait longer than some ten seconds is told to come again instead. */
const mostWaiting = 500;

/**
 * Hashes and checks passwords, one at a time: in a storm of sign-ins they wait for each other,
 * and every other route keeps the machine's other threads.
 */
@Injectable()
export class PasswordHasher {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private decoy: string | undefined;

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(normalisePassword(password), cost));
  }

  /**
   * Checks a password; called within a turn. Without a stored hash it works as long as with one, so that the time of the
   * answer does not tell whether the account exists.
   */
  async matches(stored: string | null, password: string): Promise<boolean> {
    const against = stored ?? (this.decoy ??= await hash('no account has this password', cost));
    return (await verify(against, normalisePassword(password))) && stored !== null;
  }

  /**
   * Does work when all that came before has ended.
   * @throws Problem SERVER_BUSY when too many wait already
   */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting >= mostWaiting) throw new Problem('SERVER_BUSY');
    this.waiting += 1;
    const turn = this.last.then(work, work).finally(() => {
      this.waiting -= 1;
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
