import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { addressGroup } from '@pamong/platform/net/address-group';

const windowMinutes = 60;

/** How often an hour: an office of hundreds sits behind one address, one inbox needs few letters. */
const allowed = { address: 100, account: 3 };

/** Keeps anybody from flooding inboxes or the outbox: counts requests for links by address and by account. */
@Injectable()
export class EntryLimits {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts a request from a network address. @returns false when there were too many */
  fromAddress(address: string): Promise<boolean> {
    return this.take(`address:${addressGroup(address)}`, allowed.address);
  }

  /** Counts a guess at a code from a network address. @returns false when there were too many */
  guessFromAddress(address: string): Promise<boolean> {
    return this.take(`guess:${addressGroup(address)}`, allowed.address);
  }

  /** Counts a request about an account or for an inbox. @returns false when there were too many */
  forAccount(account: string): Promise<boolean> {
    return this.take(`account:${account.toLowerCase()}`, allowed.account);
  }

  /** Forgets what no longer counts. */
  async purge(): Promise<void> {
    await this.db.query('delete from entry_request where window_ends_at < $1', [this.clock.now()]);
  }

  private async take(what: string, most: number): Promise<boolean> {
    const key = createHash('sha256').update(what).digest('base64url');
    const [row] = await this.db.query<{ requests: number }>(
      `insert into entry_request as r (key, requests, window_ends_at) values ($1, 1, $2::timestamptz + interval '${windowMinutes} minutes')
       on conflict (key) do update set
         requests = case when r.window_ends_at > $2 then r.requests + 1 else 1 end,
         window_ends_at = case when r.window_ends_at > $2 then r.window_ends_at else excluded.window_ends_at end
       returning requests`,
      [key, this.clock.now()],
    );
    return (row?.requests ?? 1) <= most;
  }
}
