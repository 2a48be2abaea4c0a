import { Injectable } from '@nestjs/common';
import type { AccountState } from '@pamong/contract/entry';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { peopleOfLogin } from '../accounts/logins.sql.js';
import type { OrgScope } from '../organisations/org-scope.js';
import type { NameParts } from '../people/names.rules.js';

/** A person of the list of accounts. */
export interface AccountRow extends NameParts {
  readonly personId: string;
  readonly unit: string;
  readonly email: string | null;
  readonly number: string | null;
  readonly state: AccountState;
  /** When the open invitation or code was made. */
  readonly invitedAt: Date | null;
  readonly expiresAt: Date | null;
  /** By letter or by printed code. */
  readonly by: 'mail' | 'code' | null;
}

/** Whom a login, a link or a code leads to. */
export interface LoginOwner {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly number: string | null;
  /** One that the person has proved. */
  readonly phone: string | null;
}

export interface AccountFilter {
  readonly state: AccountState | null;
  readonly search: string;
  /** Only people with, or without, an e-mail address. */
  readonly email: boolean | null;
  /** Only these people. */
  readonly ids?: readonly string[] | null;
}

/** People without an account yet, by the way in which they can get one, and those with. */
export interface NewcomerCounts {
  readonly byMail: number;
  readonly byCode: number;
  readonly unreachable: number;
  readonly invited: number;
  readonly active: number;
}

/** Who works here and has no merged record; the empty path is the platform's. */
const inScope = `p.merged_into_id is null and p.status not in ('transferred', 'retired', 'deceased')
  and ('' = any($1::text[]) or o.path <@ any(array(select s::ltree from unnest($1::text[]) s where s <> '')))`;

const states = `
  select p.id as "personId", p.title_before as "titleBefore", p.name, p.title_after as "titleAfter", o.name as unit, p.email::text as email,
    (select n.number from person_number n where n.person_id = p.id and n.valid_until is null and n.kind <> 'NIP_OLD' order by n.valid_from desc limit 1) as number,
    case when a.disabled_at is not null then 'disabled'
         when a.password_hash is not null or exists (select from session s where s.account_id = a.id) then 'active'
         when i.created_at is not null then 'invited' else 'none' end as state,
    i.created_at as "invitedAt", i.expires_at as "expiresAt", i.by
  from person p
  join organisation o on o.id = p.organisation_id
  left join account a on a.person_id = p.id
  left join lateral (
    select t.created_at, t.expires_at, 'mail' as by from one_time_token t
    where t.person_id = p.id and t.purpose = 'invite' and t.used_at is null and t.revoked_at is null and t.expires_at > $2
    union all
    select c.created_at, c.expires_at, 'code' from activation_code c where c.person_id = p.id and c.used_at is null and c.revoked_at is null and c.expires_at > $2
    order by 1 desc limit 1) i on true
  where ${inScope}`;

const filtered = `select * from (${states} and ($6::uuid[] is null or p.id = any($6::uuid[]))) x where ($3::text is null or x.state = $3)
  and ($4 = '' or x.name ilike $4 or x.number like $4 or x.unit ilike $4 or x.email ilike $4)
  and ($5::boolean is null or (x.email is not null) = $5)`;

@Injectable()
export class EntryRepository {
  async list(reader: Reader, scope: OrgScope, filter: AccountFilter, now: Date, limit: number, offset: number): Promise<AccountRow[]> {
    return reader.query<AccountRow>(`${filtered} order by x.name, x."personId" limit $7 offset $8`, [...given(scope, filter, now), limit, offset]);
  }

  async count(reader: Reader, scope: OrgScope, filter: AccountFilter, now: Date): Promise<number> {
    const [row] = await reader.query<{ count: number }>(`select count(*)::int as count from (${filtered}) y`, given(scope, filter, now));
    return row?.count ?? 0;
  }

  /** How the people of the ids who are in the scope can be let in. */
  async countNewcomers(reader: Reader, scope: OrgScope, ids: readonly string[], now: Date): Promise<NewcomerCounts> {
    const [row] = await reader.query<NewcomerCounts>(
      `select count(*) filter (where x.state = 'none' and x.email is not null)::int as "byMail",
              count(*) filter (where x.state = 'none' and x.email is null and x.number is not null)::int as "byCode",
              count(*) filter (where x.state = 'none' and x.email is null and x.number is null)::int as unreachable,
              count(*) filter (where x.state = 'invited')::int as invited, count(*) filter (where x.state = 'active')::int as active
       from (${states} and p.id = any($3::uuid[])) x`,
      [scope.paths, now, ids],
    );
    return row ?? { byMail: 0, byCode: 0, unreachable: 0, invited: 0, active: 0 };
  }

  /** Those of the ids who are in the scope. */
  async listByIds(reader: Reader, scope: OrgScope, ids: readonly string[], now: Date): Promise<AccountRow[]> {
    return reader.query<AccountRow>(`${states} and p.id = any($3::uuid[]) order by o.path, p.name, p.id`, [scope.paths, now, ids]);
  }

  /** The one person whom a number or an address leads to; an address that several share leads to nobody. */
  async findByLogin(reader: Reader, login: string): Promise<LoginOwner | null> {
    const rows = await reader.query<LoginOwner>(
      `select p.id as "personId", p.name, p.email::text as email, (${number}) as number, (${phone}) as phone from person p
       join (${peopleOfLogin(login)}) l on l.id = p.id
       left join account a on a.person_id = p.id
       where p.merged_into_id is null and a.disabled_at is null limit 2`,
      [login],
    );
    return rows.length === 1 ? (rows[0] ?? null) : null;
  }

  /** Null also for somebody whose account is closed. */
  async findOwner(reader: Reader, personId: string): Promise<(LoginOwner & { readonly hasAccount: boolean; readonly agencyId: string }) | null> {
    const [row] = await reader.query<LoginOwner & { hasAccount: boolean; agencyId: string }>(
      `select p.id as "personId", p.name, p.email::text as email, p.agency_id as "agencyId", a.id is not null as "hasAccount", (${number}) as number, (${phone}) as phone
       from person p left join account a on a.person_id = p.id where p.id = $1 and a.disabled_at is null and p.merged_into_id is null`,
      [personId],
    );
    return row ?? null;
  }

  async insertCodes(tx: Tx, codes: readonly { id: string; personId: string; hash: string }[], by: string, now: Date, expiresAt: Date): Promise<void> {
    await tx.query('update activation_code set revoked_at = $2 where person_id = any($1::uuid[]) and used_at is null and revoked_at is null', [
      codes.map((code) => code.personId), now,
    ]);
    await tx.query(
      `insert into activation_code (id, person_id, code_hash, created_by, created_at, expires_at)
       select u.id, u.person_id, u.hash, $4, $5, $6 from unnest($1::uuid[], $2::uuid[], $3::text[]) u(id, person_id, hash)`,
      [codes.map((code) => code.id), codes.map((code) => code.personId), codes.map((code) => code.hash), by, now, expiresAt],
    );
  }

  async findCode(reader: Reader, personId: string, now: Date): Promise<{ id: string; hash: string } | null> {
    const [row] = await reader.query<{ id: string; hash: string }>(
      'select id, code_hash as hash from activation_code where person_id = $1 and used_at is null and revoked_at is null and expires_at > $2',
      [personId, now],
    );
    return row ?? null;
  }

  /** Counts a wrong try; the last one that is allowed ends the code. */
  async updateCodeFailure(reader: Reader, id: string, most: number, now: Date): Promise<void> {
    await reader.query(
      'update activation_code set failures = failures + 1, revoked_at = case when failures + 1 >= $2 then $3 else revoked_at end where id = $1 and revoked_at is null',
      [id, most, now],
    );
  }

  /** Ends the open code of a person. @param usedId the code that was used, if it was one */
  async closeCodes(tx: Tx, personId: string, usedId: string | null, now: Date): Promise<void> {
    await tx.query(
      `update activation_code set used_at = case when id = $2 then $3::timestamptz end, revoked_at = case when id = $2 then null else $3::timestamptz end
       where person_id = $1 and used_at is null and revoked_at is null`,
      [personId, usedId, now],
    );
  }

  async insertVerified(tx: Tx, personId: string, email: string, now: Date): Promise<void> {
    await tx.query(
      `insert into verified_email (person_id, email, verified_at) values ($1, $2, $3) on conflict (person_id, email) do update set verified_at = excluded.verified_at`,
      [personId, email, now],
    );
  }

  /** Has somebody else proved this address as theirs? */
  async isVerifiedByOther(reader: Reader, personId: string | null, email: string): Promise<boolean> {
    const rows = await reader.query(
      `select 1 from verified_email v join person p on p.id = v.person_id and p.email = v.email and p.merged_into_id is null
       where v.email = $2 and v.person_id is distinct from $1::uuid limit 1`,
      [personId, email],
    );
    return rows.length > 0;
  }
}

const number = `select n.number from person_number n where n.person_id = p.id and n.valid_until is null and n.kind <> 'NIP_OLD' order by n.valid_from desc limit 1`;

const phone = `select v.phone from verified_phone v where v.person_id = p.id
  and (v.phone = p.phone or exists (select from person g where g.merged_into_id = p.id and g.phone = v.phone)) order by v.verified_at desc limit 1`;

function given(scope: OrgScope, filter: AccountFilter, now: Date): unknown[] {
  const like = filter.search === '' ? '' : `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`;
  return [scope.paths, now, filter.state, like, filter.email, filter.ids ?? null];
}
