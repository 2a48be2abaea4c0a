import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { Outbox } from '@pamong/platform/outbox/outbox';
import { signedInOnNewDevice } from './accounts.jobs.js';
import { sessionChannel } from './session-channel.js';
import type { SessionEntity } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';

/** A session ends 14 days after it was last used, so that an event day or a week of study needs one sign-in. */
const idleDays = 14;

/** Whose session it is. */
export interface SessionOwner {
  readonly accountId: string;
  readonly personId: string;
}

/** Where somebody signs in. */
export interface Device {
  readonly userAgent: string;
  readonly address: string;
  /** The value of the browser's own cookie, where it has one. */
  readonly deviceKey?: string;
}

/** Sessions: opened by a sign-in, listed and revoked by their owner. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Database,
    private readonly sessions: SessionsRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a session. Its owner is told where the browser is new to an account that was used before.
   * @returns the token for the cookie: 256 random bits, base64url
   */
  async open(accountId: string, device: Device): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const session: SessionEntity = {
      id: newId(),
      tokenHash: hashOf(token),
      accountId,
      deviceHash: device.deviceKey === undefined ? null : hashOf(device.deviceKey),
      userAgent: device.userAgent.slice(0, 400),
      address: device.address,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: expiry(now),
      revokedAt: null,
    };
    await this.db.tx(async (tx) => {
      await this.sessions.insert(tx, session);
      const { used, known } = await this.sessions.history(tx, session);
      if (used && !known) await this.outbox.publish(tx, signedInOnNewDevice, { sessionId: session.id });
    });
    return token;
  }

  listOpen(owner: SessionOwner): Promise<SessionEntity[]> {
    return this.sessions.listOpen(this.db, owner.accountId, this.clock.now());
  }

  /** The live session of a token. */
  async findByToken(token: string): Promise<{ id: string } | null> {
    const [row] = await this.db.query<{ id: string }>('select id from session where token_hash = $1 and revoked_at is null', [hashOf(token)]);
    return row ?? null;
  }

  /** Whose session it is and what its browser said of itself; null when there is none. */
  findOwner(sessionId: string): Promise<{ personId: string; userAgent: string; address: string } | null> {
    return this.sessions.findOwner(this.db, sessionId);
  }

  /** @throws Problem NOT_FOUND when it is not an open session of the caller */
  async revoke(owner: SessionOwner, sessionId: string): Promise<void> {
    const ended = await this.sessions.revoke(this.db, owner.accountId, sessionId, this.clock.now());
    if (!ended) throw new Problem('NOT_FOUND');
    await this.db.query('select pg_notify($1, $2)', [sessionChannel, owner.personId]);
  }

  /** Ends every session of the caller but the one that asks. @returns how many */
  revokeOthers(owner: SessionOwner & { readonly sessionId: string }): Promise<number> {
    return this.db.tx((tx) => this.revokeAll(tx, owner.personId, owner.sessionId));
  }

  /**
   * Ends every session of a person, for example when a password was reset.
   * @param exceptSessionId the one that goes on, if any
   * @returns how many ended
   */
  async revokeAll(tx: Tx, personId: string, exceptSessionId: string | null = null): Promise<number> {
    const ended = await this.sessions.revokeAll(tx, personId, exceptSessionId, this.clock.now());
    if (ended > 0) await tx.query('select pg_notify($1, $2)', [sessionChannel, personId]);
    return ended;
  }
}

/** What the database keeps of a token. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** When a session that is used now will end. */
export function expiry(now: Date): Date {
  return new Date(now.getTime() + idleDays * 86_400_000);
}
