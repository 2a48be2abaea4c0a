import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';
import type { Grant } from './actor.js';
import { grantsOf } from './grants.sql.js';

/** What one statement reads to turn a cookie into a caller. */
export interface CallerRow {
  readonly sessionId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly agencyId: string;
  readonly organisationPath: string;
  readonly lastSeenAt: Date;
  readonly grants: readonly Grant[];
  readonly acting: { readonly id: string; readonly adminId: string; readonly adminName: string; readonly mayWrite: boolean; readonly until: string; readonly adminGrants: readonly Grant[] } | null;
}

@Injectable()
export class CallersRepository {
  /** The live session of a token with its person and roles, or those of whom an admin acts as; a platform admin's grant counts everywhere. */
  async find(reader: Reader, tokenHash: Buffer, now: Date): Promise<CallerRow | null> {
    const [row] = await reader.query<CallerRow>(
      `select s.id as "sessionId", a.id as "accountId", p.id as "personId", p.agency_id as "agencyId",
              o.path::text as "organisationPath", s.last_seen_at as "lastSeenAt",
              ${grantsOf('p.id', '$2')} as grants,
              case when ac.id is not null then jsonb_build_object('id', ac.id, 'adminId', ac.admin_id, 'adminName', (select name from person where id = ac.admin_id),
                'mayWrite', ac.may_write, 'until', ac.until, 'adminGrants', ${grantsOf('ac.admin_id', '$2')}) end as acting
       from session s
       join account a on a.id = s.account_id and a.disabled_at is null
       left join acting ac on ac.session_id = s.id and ac.ended_at is null and ac.until > $2
       join person p on p.id = coalesce(ac.subject_id, a.person_id)
       join organisation o on o.id = p.organisation_id
       where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2`,
      [tokenHash, now],
    );
    return row ?? null;
  }

  async touch(reader: Reader, sessionId: string, now: Date, expiresAt: Date): Promise<void> {
    await reader.query('update session set last_seen_at = $2, expires_at = $3 where id = $1', [sessionId, now, expiresAt]);
  }
}
