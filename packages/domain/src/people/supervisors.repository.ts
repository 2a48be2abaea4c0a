import { Injectable } from '@nestjs/common';
import type { Tx } from '@pamong/platform/database/database';

/** Whose supervisors are worked out: a whole agency's, or some people's. */
export type SupervisorsOf = { readonly agencyId: string } | { readonly personIds: readonly string[] };

/** A day in each agency's own zone. */
const today = `($2::timestamptz at time zone a.time_zone)::date`;

@Injectable()
export class SupervisorsRepository {
  /**
   * One statement for any number of people. An acting head goes before the definitive one, a daily one (Plh.) first;
   * whoever left is nobody's supervisor. Labels of a unit's path are the ids of the units above it.
   * @returns how many supervisors changed
   */
  async refresh(tx: Tx, of: SupervisorsOf, now: Date): Promise<number> {
    const [where, value] = 'agencyId' in of ? ['p.agency_id = $1', of.agencyId] : ['p.id = any($1::uuid[])', of.personIds];
    const changed = await tx.query(
      `with people as materialized (
         select p.id, p.organisation_id, p.agency_id, p.supervisor_id, ${today} as today from person p join organisation a on a.id = p.agency_id where ${where}),
       units as (
         select o.id, up.label::uuid as above, up.depth, u.today from (select distinct organisation_id, today from people) u
         join organisation o on o.id = u.organisation_id, unnest(string_to_array(o.path::text, '.')) with ordinality as up(label, depth)),
       heads as (
         select u.id, array_agg(h.person_id order by u.depth desc, case h.acting when 'PLH' then 0 when 'PLT' then 1 else 2 end, h.valid_from desc) as ids
         from units u join organisation_head h on h.organisation_id = u.above and u.today between h.valid_from and coalesce(h.valid_until, 'infinity')
         join person who on who.id = h.person_id and who.status not in ('transferred', 'retired', 'deceased') and who.merged_into_id is null
         group by u.id),
       wanted as (
         select p.id, coalesce(v.supervisor_id, (select x.id from unnest(h.ids) with ordinality as x(id, n) where x.id <> p.id order by x.n limit 1)) as supervisor_id
         from people p left join heads h on h.id = p.organisation_id
         left join person_supervisor v on v.person_id = p.id and p.today between v.valid_from and coalesce(v.valid_until, 'infinity'))
       update person p set supervisor_id = w.supervisor_id from wanted w
       where p.id = w.id and p.supervisor_id is distinct from w.supervisor_id returning p.id`,
      [value, now],
    );
    return changed.length;
  }

  /** Brings statuses and units of today into the people's own rows; returns the agencies where something changed. */
  async bringOver(tx: Tx, now: Date): Promise<string[]> {
    const statuses = await tx.query<{ agencyId: string }>(
      `update person p set status = s.status from person_status s, organisation a
       where a.id = p.agency_id and s.person_id = p.id and ($1::timestamptz at time zone a.time_zone)::date between s.valid_from and coalesce(s.valid_until, 'infinity')
         and p.status <> s.status and p.merged_into_id is null
       returning p.agency_id as "agencyId"`,
      [now],
    );
    const units = await tx.query<{ agencyId: string }>(
      `update person p set organisation_id = u.organisation_id from person_unit u, organisation a, organisation o
       where a.id = p.agency_id and u.person_id = p.id and ($1::timestamptz at time zone a.time_zone)::date between u.valid_from and coalesce(u.valid_until, 'infinity')
         and o.id = u.organisation_id and o.agency_id = p.agency_id and p.organisation_id <> u.organisation_id and p.merged_into_id is null
       returning p.agency_id as "agencyId"`,
      [now],
    );
    return [...new Set([...statuses, ...units].map((row) => row.agencyId))];
  }

  /** Agencies whose heads or supervisors set by hand begin or end today. */
  async listAgencies(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(`select id from organisation where kind = 'agency' order by id`);
    return rows.map((row) => row.id);
  }
}
