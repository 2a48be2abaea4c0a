import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane; about 16 ms a hash. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Hashes and checks passwords, one at a time: in a storm of sign-ins they wait for each other,
 * and every other route keeps the machine's other threads.
 */
@Injectable()
export class PasswordHasher {
  private last: Promise<unknown> = Promise.resolve();
  private decoy: string | undefined;

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, cost));
  }

  /**
   * Checks a password. Without a stored hash it works as long as with one, so that the time of the answer
   * does not tell whether the account exists.
   */
  verify(stored: string | null, password: string): Promise<boolean> {
    return this.inTurn(async () => {
      const against = stored ?? (this.decoy ??= await hash('no account has this password', cost));
      return (await verify(against, password)) && stored !== null;
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work, work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
