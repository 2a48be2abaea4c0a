import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { expiry, hashOf } from '../accounts/sessions.service.js';
import { ActingRepository } from './acting.repository.js';
import { mayActAs } from './acting.rules.js';
import { Actor } from './actor.js';
import type { CallerRow } from './callers.repository.js';
import { CallersRepository } from './callers.repository.js';

/** A revoked session or a removed role is effective after at most this time, also when a notice was lost. */
const cacheMs = 5_000;
const touchMs = 60_000;
const cacheSize = 20_000;

interface Cached {
  readonly actor: Actor;
  readonly until: number;
}

/** Turns the cookie of a request into the caller with their roles; asked at every request, so answers are kept for 5 s. */
@Injectable()
export class CallersService {
  private readonly cache = new Map<string, Cached>();

  constructor(
    private readonly db: Database,
    private readonly callers: CallersRepository,
    private readonly actings: ActingRepository,
    private readonly clock: Clock,
  ) {}

  /** The caller behind a cookie's token, or null when the session is unknown, ended or expired. */
  async authenticate(token: string): Promise<Actor | null> {
    const now = this.clock.now();
    const cached = this.cache.get(token);
    if (cached !== undefined && cached.until > now.getTime()) return cached.actor;
    this.cache.delete(token);
    const row = await this.callers.find(this.db, hashOf(token), now);
    if (row === null) return null;
    if (now.getTime() - row.lastSeenAt.getTime() > touchMs) await this.callers.touch(this.db, row.sessionId, now, expiry(now));
    const actor = actorOf(row);
    if (actor === null) {
      // The admin has lost the right to act as this person, or the person has gained more than the admin holds.
      await this.actings.updateEnd(this.db, row.sessionId, now);
      return this.authenticate(token);
    }
    this.remember(token, { actor, until: Math.min(now.getTime() + cacheMs, actor.acting?.until.getTime() ?? Number.POSITIVE_INFINITY) });
    return actor;
  }

  /** Drops what is cached of a person; called for every notice on `sessionChannel`. */
  forget(personId: string): void {
    for (const [token, { actor }] of this.cache) if (actor.personId === personId || actor.acting?.adminId === personId) this.cache.delete(token);
  }

  private remember(token: string, cached: Cached): void {
    // Oldest first: a Map keeps the order of insertion.
    if (this.cache.size >= cacheSize) this.cache.delete(this.cache.keys().next().value ?? token);
    this.cache.set(token, cached);
  }
}

/** The caller of a session; null when an admin acts as somebody and may not, or no longer. */
function actorOf(row: CallerRow): Actor | null {
  const { personId, accountId, sessionId, agencyId, organisationPath, grants } = row;
  if (row.acting === null) return new Actor(personId, accountId, sessionId, agencyId, organisationPath, grants);
  const { adminGrants, until, ...acting } = row.acting;
  const admin = new Actor(acting.adminId, accountId, sessionId, agencyId, organisationPath, adminGrants);
  if (!mayActAs(admin, organisationPath, grants, acting.mayWrite)) return null;
  return new Actor(personId, accountId, sessionId, agencyId, organisationPath, grants, { ...acting, until: new Date(until) });
}
