import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { OrganisationEvent } from './units.js';
import type { UnitRow } from './units.js';
import type { OrgScope } from './org-scope.js';

const columns = `u.id, u.parent_id as "parentId", u.agency_id as "agencyId", u.kind, u.name, u.short_name as "shortName", u.code,
  u.unit_kind as "unitKind", u.time_zone as "timeZone", u.path::text as path, u.revision, u.merged_into_id as "mergedIntoId",
  u.closed_at is not null as closed,
  (select count(*)::int from organisation c where c.parent_id = u.id and c.closed_at is null) as children`;

/** The tree of units, read and changed by its ltree paths. */
@Injectable()
export class UnitsRepository {
  async find(reader: Reader, id: string): Promise<UnitRow | null> {
    const [row] = await reader.query<UnitRow>(`select ${columns} from organisation u where u.id = $1`, [id]);
    return row ?? null;
  }

  /** Locks the agency's row: changes of one tree wait for each other, so that two of them cannot make a loop. */
  async lockTree(tx: Tx, agencyId: string): Promise<void> {
    await tx.query('select 1 from organisation where id = $1 for update', [agencyId]);
  }

  /** The highest units of a scope: those that do not lie below another of it. The platform's scope holds every agency. */
  listTop(reader: Reader, scope: OrgScope): Promise<UnitRow[]> {
    return reader.query<UnitRow>(
      `select ${columns} from organisation u
       where case when '' = any($1::text[]) then u.parent_id is null
             else u.path::text = any($1::text[]) and not exists (select from unnest($1::text[]) above where above <> u.path::text and u.path <@ above::ltree) end
       order by u.name, u.id`,
      [scope.paths],
    );
  }

  listChildren(reader: Reader, parentId: string, closed: boolean): Promise<UnitRow[]> {
    return reader.query<UnitRow>(
      `select ${columns} from organisation u where u.parent_id = $1 and (u.closed_at is null or $2) order by u.name, u.id`,
      [parentId, closed],
    );
  }

  /** Units of the scope whose name, short name or code holds the text; exact beginnings first. */
  search(reader: Reader, scope: OrgScope, text: string, closed: boolean, limit: number): Promise<UnitRow[]> {
    return reader.query<UnitRow>(
      `select ${columns} from organisation u
       where (u.name ilike $2 or u.short_name ilike $2 or u.code ilike $2) and (u.closed_at is null or $3)
         and exists (select from unnest($1::text[]) p where p = '' or u.path <@ p::ltree)
       order by (u.name ilike ltrim($2, '%')) desc, u.name, u.id limit $4`,
      [scope.paths, `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`, closed, limit],
    );
  }

  /** The units above each of these, the agency first, without the unit itself. */
  async ways(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, { id: string; name: string }[]>> {
    const rows = await reader.query<{ id: string; way: { id: string; name: string }[] }>(
      `select u.id, coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by nlevel(a.path))
                              from organisation a where a.path @> u.path and a.id <> u.id), '[]') as way
       from organisation u where u.id = any($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, way }) => [id, way]));
  }

  /** A unit and the open units below it, by path. */
  listSubtree(reader: Reader, path: string): Promise<{ id: string; name: string }[]> {
    return reader.query(`select id, name from organisation where path <@ $1::ltree and (closed_at is null or path = $1::ltree) order by nlevel(path), name`, [path]);
  }

  async updateFacts(tx: Tx, unit: Pick<UnitRow, 'id' | 'name' | 'shortName' | 'code' | 'unitKind' | 'timeZone' | 'revision'>): Promise<boolean> {
    const rows = await tx.query(
      `update organisation set name = $2, short_name = $3, code = $4, unit_kind = $5, time_zone = $6, revision = revision + 1
       where id = $1 and revision = $7 returning id`,
      [unit.id, unit.name, unit.shortName, unit.code, unit.unitKind, unit.timeZone, unit.revision],
    );
    return rows.length === 1;
  }

  /** Hangs a unit, with all below it, under another. */
  async updateParent(tx: Tx, unit: { readonly id: string; readonly path: string }, parent: { readonly id: string; readonly path: string }): Promise<void> {
    await tx.query(
      `update organisation set path = $2::ltree || subpath(path, nlevel($1::ltree) - 1),
         parent_id = case when id = $3 then $4 else parent_id end, revision = revision + 1
       where path <@ $1::ltree`,
      [unit.path, parent.path, unit.id, parent.id],
    );
  }

  /** Closes a unit now, perhaps into another, or opens it again. */
  async updateClosed(tx: Tx, id: string, closed: { readonly at: Date; readonly mergedIntoId: string | null } | null): Promise<void> {
    await tx.query('update organisation set closed_at = $2, merged_into_id = $3, revision = revision + 1 where id = $1', [
      id, closed?.at ?? null, closed?.mergedIntoId ?? null,
    ]);
  }

  /** Removes a unit with its history. @throws a foreign key's violation while anything refers to it */
  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from organisation_event where organisation_id = $1', [id]);
    await tx.query('delete from organisation where id = $1', [id]);
  }

  async insertEvent(tx: Tx, event: OrganisationEvent): Promise<void> {
    await tx.query(
      `insert into organisation_event (id, organisation_id, at, kind, details, actor_person_id) values ($1, $2, $3, $4, $5, $6)`,
      [event.id, event.organisationId, event.at, event.kind, JSON.stringify(event.details), event.actorPersonId],
    );
  }

  listEvents(reader: Reader, organisationId: string): Promise<OrganisationEvent[]> {
    return reader.query(
      `select id, organisation_id as "organisationId", at, kind, details, actor_person_id as "actorPersonId"
       from organisation_event where organisation_id = $1 order by at desc, id desc limit 200`,
      [organisationId],
    );
  }
}
