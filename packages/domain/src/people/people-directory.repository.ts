import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';
import type { OrgScope } from '../organisations/org-scope.js';
import type { EmploymentKind } from './person.entity.js';
import type { PersonStatus } from './person-status.entity.js';

/** What a list of people is asked for. */
export interface DirectoryFilter {
  readonly q: string;
  readonly unitId?: string | undefined;
  readonly kind?: EmploymentKind | undefined;
  readonly status?: PersonStatus | undefined;
  readonly account?: 'none' | 'active' | 'disabled' | undefined;
  readonly sort: 'name' | '-name' | 'unit' | '-unit' | 'changed' | '-changed';
}

export interface DirectoryRow {
  readonly personId: string;
  readonly titleBefore: string | null;
  readonly name: string;
  readonly titleAfter: string | null;
  readonly number: { readonly kind: 'NIP' | 'NI_PPPK'; readonly value: string } | null;
  readonly employmentKind: EmploymentKind;
  readonly rankCode: string | null;
  readonly rankName: string | null;
  readonly post: string | null;
  readonly unit: { readonly id: string; readonly name: string };
  readonly status: PersonStatus;
  readonly account: 'none' | 'active' | 'disabled';
}

const orders: Readonly<Record<DirectoryFilter['sort'], string>> = {
  name: 'p.name, p.id',
  '-name': 'p.name desc, p.id desc',
  unit: 'o.name, p.name, p.id',
  '-unit': 'o.name desc, p.name desc, p.id desc',
  changed: 'p.changed_at, p.id',
  '-changed': 'p.changed_at desc, p.id desc',
};

/** Whether somebody can sign in; the table belongs to the feature of accounts and is only looked at here. */
const accountState = `case when a.id is null then 'none' when a.disabled_at is null then 'active' else 'disabled' end`;
const accounts = 'left join account a on a.person_id = p.id';
const mostWords = 5;

/** Lists of people. Only the filters in use stand in a statement, so that the planner sees what is asked. */
@Injectable()
export class PeopleDirectoryRepository {
  /** One page. */
  async list(reader: Reader, scope: OrgScope, filter: DirectoryFilter, page: number, size: number): Promise<DirectoryRow[]> {
    const { from, where, params } = conditions(scope, filter);
    // First the page, then its details: nothing is looked up for rows that nobody sees.
    return reader.query<DirectoryRow>(
      `with page as (
         select p.id from ${from} ${filter.sort.endsWith('unit') ? 'join organisation o on o.id = p.organisation_id' : ''} ${where}
         order by ${orders[filter.sort]} limit $${params.length + 1} offset $${params.length + 2})
       select p.id as "personId", p.title_before as "titleBefore", p.name, p.title_after as "titleAfter", p.employment_kind as "employmentKind",
              p.rank_code as "rankCode", p.rank_name as "rankName", p.post_name as post, json_build_object('id', o.id, 'name', o.name) as unit, p.status,
              (select json_build_object('kind', n.kind, 'value', n.number) from person_number n
               where n.person_id = p.id and n.valid_until is null and n.kind <> 'NIP_OLD' order by n.valid_from desc limit 1) as number,
              ${accountState} as account
       from page join person p on p.id = page.id join organisation o on o.id = p.organisation_id ${accounts} order by ${orders[filter.sort]}`,
      [...params, size, (page - 1) * size],
    );
  }

  async count(reader: Reader, scope: OrgScope, filter: DirectoryFilter): Promise<number> {
    const { from, where, params } = conditions(scope, filter);
    const [row] = await reader.query<{ count: number }>(`select count(*)::int as count from ${from} ${where}`, params);
    return row?.count ?? 0;
  }

  /** Ids by name, from after one person on: an export walks the list with it, however long the list is. */
  async listIds(reader: Reader, scope: OrgScope, filter: DirectoryFilter, after: { name: string; id: string } | null, limit: number): Promise<{ id: string; name: string }[]> {
    const { from, where, params } = conditions(scope, filter);
    const next = after === null ? '' : `and (p.name, p.id) > ($${params.length + 2}, $${params.length + 3}::uuid)`;
    return reader.query<{ id: string; name: string }>(
      `select p.id, p.name from ${from} ${where} ${next} order by p.name, p.id limit $${params.length + 1}`,
      [...params, limit, ...(after === null ? [] : [after.name, after.id])],
    );
  }
}

function conditions(scope: OrgScope, filter: DirectoryFilter): { from: string; where: string; params: unknown[] } {
  const params: unknown[] = [];
  const bind = (value: unknown) => `$${params.push(value)}`;
  const where = ['p.merged_into_id is null', ...scopeConditions(scope, bind)];
  if (filter.unitId !== undefined) {
    where.push(`p.organisation_id in (select u.id from organisation u join organisation top on u.path <@ top.path where top.id = ${bind(filter.unitId)})`);
  }
  if (filter.kind !== undefined) where.push(`p.employment_kind = ${bind(filter.kind)}`);
  if (filter.status !== undefined) where.push(`p.status = ${bind(filter.status)}`);
  if (filter.account !== undefined) where.push(`${accountState} = ${bind(filter.account)}`);
  const digits = filter.q.replace(/[\s\u00a0.-]/g, '');
  if (/^\d{3,18}$/.test(digits)) where.push(`p.id in (select person_id from person_number where number like ${bind(`%${digits}%`)})`);
  else for (const word of filter.q.split(/\s+/u).filter((one) => one !== '').slice(0, mostWords)) where.push(`p.name ilike ${bind(`%${escapeLike(word)}%`)}`);
  return { from: `person p ${filter.account === undefined ? '' : accounts}`, where: `where ${where.join(' and ')}`, params };
}

/** Whole agencies by their id, since an index begins with it; units by the tree. */
function scopeConditions({ paths }: OrgScope, bind: (value: unknown) => string): string[] {
  // The empty path is the whole installation.
  if (paths.includes('')) return [];
  const agencies = paths.filter((path) => !path.includes('.'));
  const units = paths.filter((path) => path.includes('.'));
  const any: string[] = [];
  if (agencies.length > 0) any.push(`p.agency_id = any(${bind(agencies)}::uuid[])`);
  if (units.length > 0) any.push(`p.organisation_id in (select id from organisation where path <@ any(${bind(units)}::ltree[]))`);
  return any.length === 0 ? ['false'] : [`(${any.join(' or ')})`];
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
