import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { addressGroup } from '@pamong/platform/net/address-group';

const windowMinutes = 15;
/** An office of hundreds sits behind one address, so addresses get more tries; both count failures only. */
const allowed = { login: 5, address: 60 };

/** Slows guessing: failures are counted per login and per address, in windows of 15 minutes. */
@Injectable()
export class SignInLimits {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem LOGIN_LIMITED with the minutes to wait */
  async check(login: string, address: string): Promise<void> {
    const now = this.clock.now();
    const [row] = await this.db.query<{ endsAt: Date }>(
      `select max(window_ends_at) as "endsAt" from sign_in_failure
       where window_ends_at > $3 and ((key = $1 and failures >= ${allowed.login}) or (key = $2 and failures >= ${allowed.address}))
       having count(*) > 0`,
      [key('login', login), key('address', addressGroup(address)), now],
    );
    if (row !== undefined) {
      throw new Problem('LOGIN_LIMITED', { minutes: Math.max(1, Math.ceil((row.endsAt.getTime() - now.getTime()) / 60_000)) });
    }
  }

  /**
   * As `check`, and counts the attempt for the login before it is made; `clear` after a success gives it back. Of many guesses sent
   * at once no more pass than one after the other would, in however many processes.
   * @throws Problem LOGIN_LIMITED with the minutes to wait
   */
  async take(login: string, address: string): Promise<void> {
    await this.check(login, address);
    const now = this.clock.now();
    const [row] = await this.count([key('login', login)], now);
    if (row !== undefined && row.failures > allowed.login) throw new Problem('LOGIN_LIMITED', { minutes: windowMinutes });
  }

  /** Counts a failure of an attempt that was taken. */
  async countAddress(address: string): Promise<void> {
    await this.count([key('address', addressGroup(address))], this.clock.now());
  }

  async countFailure(login: string, address: string): Promise<void> {
    await this.count([key('login', login), key('address', addressGroup(address))].toSorted(), this.clock.now());
  }

  /** A success proves the person; what others failed at from the same address still counts. */
  async clear(login: string): Promise<void> {
    await this.db.query('delete from sign_in_failure where key = $1', [key('login', login)]);
  }

  /** Forgets what no longer counts. */
  async purge(): Promise<void> {
    await this.db.query('delete from sign_in_failure where window_ends_at < $1', [this.clock.now()]);
  }

  private count(keys: readonly string[], now: Date): Promise<{ failures: number }[]> {
    return this.db.query<{ failures: number }>(
      `insert into sign_in_failure as f (key, failures, window_ends_at)
       select k, 1, $2::timestamptz + interval '${windowMinutes} minutes' from unnest($1::text[]) k
       on conflict (key) do update set
         failures = case when f.window_ends_at > $2 then f.failures + 1 else 1 end,
         window_ends_at = case when f.window_ends_at > $2 then f.window_ends_at else excluded.window_ends_at end
       returning failures`,
      [keys, now],
    );
  }
}

function key(kind: 'login' | 'address', value: string): string {
  return `${kind}:${createHash('sha256').update(value.toLowerCase()).digest('base64url')}`;
}
