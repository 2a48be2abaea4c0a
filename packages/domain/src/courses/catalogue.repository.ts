import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';

@Injectable()
export class CatalogueRepository {
  /**
   * The published version of a course named by its code, in any case, or by its id.
   * @param agencyId whose own courses may be seen, too; null for visitors
   */
  async findVersionId(reader: Reader, codeOrId: string, agencyId: string | null): Promise<{ versionId: string; agencyOnly: boolean } | null> {
    const [row] = await reader.query<{ versionId: string; agencyOnly: boolean }>(
      `select c.published_version_id as "versionId", c.visibility = 'agency' as "agencyOnly" from course c join organisation o on o.id = c.owner_id
       where c.removed_at is null and c.withdrawn_at is null and c.published_version_id is not null and (lower(c.code) = lower($1) or c.id::text = lower($1))
         and (c.visibility = 'public' or o.agency_id = $2::uuid)`,
      [codeOrId, agencyId],
    );
    return row ?? null;
  }
}
