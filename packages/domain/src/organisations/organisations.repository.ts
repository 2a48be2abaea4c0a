import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { OrgScope } from './org-scope.js';
import { OrganisationEntity } from './organisation.entity.js';

@Injectable()
export class OrganisationsRepository {
  find(reader: Reader, id: string): Promise<OrganisationEntity | null> {
    return reader.repository(OrganisationEntity).findOneBy({ id });
  }

  async findPath(reader: Reader, id: string): Promise<string | null> {
    const [row] = await reader.query<{ path: string }>('select path::text from organisation where id = $1', [id]);
    return row?.path ?? null;
  }

  findByExternalRef(reader: Reader, externalRef: string): Promise<OrganisationEntity | null> {
    return reader.repository(OrganisationEntity).findOneBy({ externalRef });
  }

  findByPath(reader: Reader, path: string): Promise<OrganisationEntity | null> {
    return reader.repository(OrganisationEntity).findOneBy({ path });
  }

  /** Agencies in the scope that are not closed; the empty path is the platform's. */
  listAgencies(reader: Reader, scope: OrgScope): Promise<{ id: string; name: string }[]> {
    return reader.query(
      `select id, name from organisation where kind = 'agency' and closed_at is null and ('' = any($1::text[]) or path::text = any($1::text[])) order by name, id`,
      [scope.paths],
    );
  }

  async insert(tx: Tx, organisation: OrganisationEntity): Promise<void> {
    await tx.repository(OrganisationEntity).insert(organisation);
  }
}
