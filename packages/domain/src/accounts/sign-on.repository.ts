import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { SignOnFlowEntity } from './sign-on-flow.entity.js';
import { SignOnLinkEntity } from './sign-on-link.entity.js';
import { SignOnSessionEntity } from './sign-on-session.entity.js';

/** Somebody whom a claim may mean. */
export interface Claimed {
  readonly personId: string;
  readonly agencyId: string;
  /** Null where the person has no account yet. */
  readonly accountId: string | null;
  readonly disabled: boolean;
}

const claimed = `select p.id as "personId", p.agency_id as "agencyId", a.id as "accountId", a.disabled_at is not null as disabled
                 from person p left join account a on a.person_id = p.id`;

@Injectable()
export class SignOnRepository {
  async insertFlow(reader: Reader, flow: SignOnFlowEntity): Promise<void> {
    await reader.repository(SignOnFlowEntity).insert(flow);
  }

  /** Takes a flow away, so that its address works once. */
  async takeFlow(reader: Reader, stateHash: Buffer): Promise<SignOnFlowEntity | null> {
    const [row] = await reader.query<SignOnFlowEntity>(
      `delete from sign_on_flow where state_hash = $1
       returning state_hash as "stateHash", browser_hash as "browserHash", agency_id as "agencyId", code_verifier as "codeVerifier", nonce,
                 return_path as "returnPath", expires_at as "expiresAt"`,
      [stateHash],
    );
    return row ?? null;
  }

  async purgeFlows(reader: Reader, now: Date): Promise<void> {
    await reader.query('delete from sign_on_flow where expires_at < $1', [now]);
  }

  /** The person whom a provider means by a subject it used before. */
  async findLinked(reader: Reader, issuer: string, subject: string): Promise<Claimed | null> {
    const [row] = await reader.query<Claimed>(`${claimed} join sign_on_link l on l.account_id = a.id where l.issuer = $1 and l.subject = $2`, [issuer, subject]);
    return row ?? null;
  }

  /** The one person with this current number, in whatever agency. */
  async findByNumber(reader: Reader, number: string): Promise<Claimed | null> {
    const [row] = await reader.query<Claimed>(`${claimed} join person_number n on n.person_id = p.id where n.number = $1 and n.valid_until is null and n.kind <> 'NIP_OLD' and p.merged_into_id is null`, [number]);
    return row ?? null;
  }

  /** The one person of the agency with this e-mail; null also where several share it, since then it identifies nobody. */
  async findByEmail(reader: Reader, agencyId: string, email: string): Promise<Claimed | null> {
    const rows = await reader.query<Claimed>(`${claimed} where p.email = $2 and p.agency_id = $1 and p.merged_into_id is null limit 2`, [agencyId, email]);
    return rows.length === 1 ? (rows[0] ?? null) : null;
  }

  /** @returns whether the provider means another subject than before */
  async putLink(tx: Tx, link: SignOnLinkEntity): Promise<boolean> {
    const replaced = await tx.query<{ subject: string }>('delete from sign_on_link where account_id = $1 and issuer = $2 returning subject', [link.accountId, link.issuer]);
    await tx.repository(SignOnLinkEntity).insert(link);
    return replaced.length > 0;
  }

  async hasLink(reader: Reader, accountId: string, issuer: string): Promise<boolean> {
    return (await reader.query('select 1 from sign_on_link where account_id = $1 and issuer = $2', [accountId, issuer])).length > 0;
  }

  async touchLink(reader: Reader, issuer: string, subject: string, now: Date): Promise<void> {
    await reader.query('update sign_on_link set last_used_at = $3 where issuer = $1 and subject = $2', [issuer, subject, now]);
  }

  async insertSession(reader: Reader, session: SignOnSessionEntity): Promise<void> {
    await reader.repository(SignOnSessionEntity).insert(session);
  }

  async takeSession(reader: Reader, sessionId: string): Promise<{ agencyId: string; idToken: string } | null> {
    const [row] = await reader.query<{ agencyId: string; idToken: string }>(
      'delete from sign_on_session where session_id = $1 returning agency_id as "agencyId", id_token as "idToken"',
      [sessionId],
    );
    return row ?? null;
  }
}
