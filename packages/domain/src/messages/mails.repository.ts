import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { OrgScope } from '../organisations/org-scope.js';
import type { MailState } from './mail.entity.js';
import { MailEntity } from './mail.entity.js';

export interface MailFilter {
  readonly state: MailState | undefined;
  /** Part of a name or an address. */
  readonly search: string;
  /** Only mails of this agency. */
  readonly agencyId?: string | undefined;
}

/** Who a person is to a letter. */
export interface Addressee {
  readonly agencyId: string;
  readonly name: string;
  readonly titleBefore: string | null;
  readonly titleAfter: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly email: string | null;
  /** What the person chose; null: the agency's. */
  readonly language: 'id' | 'en' | null;
}

/** The empty path is the platform's: it covers every agency. */
const inScope = `exists (select from organisation o where o.id = m.agency_id and ('' = any(:paths) or o.path <@ any(array(select p::ltree from unnest(:paths::text[]) p where p <> ''))))`;

@Injectable()
export class MailsRepository {
  find(reader: Reader, id: string): Promise<MailEntity | null> {
    return reader.repository(MailEntity).findOneBy({ id });
  }

  async list(reader: Reader, scope: OrgScope, filter: MailFilter, page: number, size: number): Promise<{ items: MailEntity[]; total: number }> {
    const found = reader.repository(MailEntity).createQueryBuilder('m').where(inScope, { paths: [...scope.paths] });
    if (filter.agencyId !== undefined) found.andWhere('m.agencyId = :agencyId', { agencyId: filter.agencyId });
    if (filter.state !== undefined) found.andWhere('m.state = :state', { state: filter.state });
    if (filter.search !== '') {
      found.andWhere('(m.to_address::text ilike :like or m.to_name ilike :like)', { like: `%${filter.search.replace(/[\\%_]/g, '\\$&')}%` });
    }
    const [items, total] = await found.orderBy('m.createdAt', 'DESC').addOrderBy('m.id', 'DESC').skip((page - 1) * size).take(size).getManyAndCount();
    return { items, total };
  }

  /** How many mails of the scope are in each state. */
  async count(reader: Reader, scope: OrgScope, agencyId?: string): Promise<Partial<Record<MailState, number>>> {
    const rows = await reader.query<{ state: MailState; count: number }>(
      `select m.state, count(*)::int as count from mail m join organisation o on o.id = m.agency_id
       where ('' = any($1::text[]) or o.path <@ any(array(select p::ltree from unnest($1::text[]) p where p <> ''))) and ($2::uuid is null or m.agency_id = $2) group by m.state`,
      [scope.paths, agencyId ?? null],
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  /** ltree path of the agency that the mail belongs to. */
  async findPath(reader: Reader, id: string): Promise<string | null> {
    const [row] = await reader.query<{ path: string }>('select o.path::text as path from mail m join organisation o on o.id = m.agency_id where m.id = $1', [id]);
    return row?.path ?? null;
  }

  async findAddressee(reader: Reader, personId: string): Promise<Addressee | null> {
    const [row] = await reader.query<Addressee>(
      `select p.agency_id as "agencyId", p.name, p.title_before as "titleBefore", p.title_after as "titleAfter", p.sex, p.email::text as email, a.language
       from person p left join account a on a.person_id = p.id where p.id = $1`,
      [personId],
    );
    return row ?? null;
  }

  /** @returns false when the same mail is there already */
  async insert(tx: Tx, mail: MailEntity): Promise<boolean> {
    const added = await tx.repository(MailEntity).createQueryBuilder().insert().values(mail).orIgnore().returning('id').execute();
    return (added.raw as unknown[]).length === 1;
  }

  /** Takes a due mail for one try; null when it is sent, not due, or in another worker's hands. */
  async claim(reader: Reader, id: string, now: Date, leaseUntil: Date): Promise<MailEntity | null> {
    const rows = await reader.query<{ id: string }>(
      `update mail set attempts = attempts + 1, lease_until = $3
       where id = $1 and state in ('waiting', 'failed') and next_try_at <= $2 and (lease_until is null or lease_until <= $2) returning id`,
      [id, now, leaseUntil],
    );
    return rows.length === 0 ? null : this.find(reader, id);
  }

  async updateSent(reader: Reader, id: string, answer: string, now: Date): Promise<void> {
    await reader.query(
      `update mail set state = 'sent', sent_at = $3, answer = $2, fault = null, next_try_at = null, lease_until = null, secret = null where id = $1`,
      [id, answer, now],
    );
  }

  /** @param nextTryAt null: nobody tries again before a person asks for it */
  async updateFailed(reader: Reader, id: string, fault: string, answer: string | null, nextTryAt: Date | null): Promise<void> {
    await reader.query(
      `update mail set state = case when $4::timestamptz is null then 'gave_up' else 'failed' end, fault = $2, answer = $3, next_try_at = $4, lease_until = null,
         secret = case when $2 = 'expired' then null else secret end where id = $1`,
      [id, fault, answer, nextTryAt],
    );
  }

  /** Lets mails that failed be tried at once, those of the ids given, all of the scope when null. @returns their ids */
  async updateAgain(tx: Tx, scope: OrgScope, ids: readonly string[] | null, now: Date, agencyId?: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `update mail m set state = 'waiting', next_try_at = $3 from organisation o
       where o.id = m.agency_id and ('' = any($1::text[]) or o.path <@ any(array(select p::ltree from unnest($1::text[]) p where p <> '')))
         and m.state in ('failed', 'gave_up', 'held') and (m.expires_at is null or m.expires_at > $3) and ($2::uuid[] is null or m.id = any($2)) and ($4::uuid is null or m.agency_id = $4)
       returning m.id`,
      [scope.paths, ids, now, agencyId ?? null],
    );
    return rows.map((row) => row.id);
  }

  /** Erases one-time links that nobody can use any more. */
  async eraseSecrets(reader: Reader, now: Date): Promise<void> {
    await reader.query('update mail set secret = null where secret is not null and expires_at <= $1', [now]);
  }

  /** Mails whose time came before `before` and that nobody holds. */
  async listOverdue(reader: Reader, before: Date, now: Date, limit: number): Promise<string[]> {
    const rows = await reader.query<{ id: string }>(
      `select id from mail where state in ('waiting', 'failed') and next_try_at <= $1 and (lease_until is null or lease_until <= $2) order by next_try_at limit $3`,
      [before, now, limit],
    );
    return rows.map((row) => row.id);
  }
}
