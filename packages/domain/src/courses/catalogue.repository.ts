import { Injectable } from '@nestjs/common';
import type { CompiledCourse } from '@pamong/contract/course-content';
import type { Reader } from '@pamong/platform/database/database';

export interface CatalogueFilter {
  /** Plain lower-case words, all of which must be found. */
  readonly words: readonly string[];
  readonly category: string | null;
  readonly level: CompiledCourse['level'] | null;
  readonly organiserId: string | null;
  readonly order: 'newest' | 'title' | 'shortest';
  readonly limit: number;
  readonly offset: number;
}

/** A word that differs by a slip still counts; 0.6 takes one wrong letter in a word of eight. */
const similarEnough = 0.6;

@Injectable()
export class CatalogueRepository {
  /** Versions of the page, with the length of the whole list; where a word is in the title comes first. */
  list(reader: Reader, filter: CatalogueFilter): Promise<{ versionId: string; total: number }[]> {
    return reader.query(
      `select v.id as "versionId", count(*) over ()::int as total
       from course c join course_version v on v.id = c.published_version_id
       where c.removed_at is null and c.withdrawn_at is null and c.visibility = 'public'
         and ($2::text is null or v.outline->>'category' = $2)
         and ($3::text is null or v.outline->>'level' = $3)
         and ($4::text is null or v.outline->'organiser'->>'id' = $4)
         and not exists (select from unnest($1::text[]) word
                         where strpos(v.search, word) = 0 and (length(word) < 5 or word_similarity(word, v.search) < ${similarEnough}))
       order by (select count(*) from unnest($1::text[]) word where word_similarity(word, lower(v.outline->>'title')) >= ${similarEnough}) desc,
         case when $5 = 'title' then v.outline->>'title' end,
         case when $5 = 'shortest' then (v.outline->>'minutes')::int end,
         v.published_at desc, v.id
       limit $6 offset $7`,
      [filter.words, filter.category, filter.level, filter.organiserId, filter.order, filter.limit, filter.offset],
    );
  }

  /** Published courses counted by each thing that the catalogue narrows to. */
  facets(reader: Reader): Promise<{ kind: 'category' | 'level' | 'organiser'; value: string; name: string; count: number }[]> {
    return reader.query(
      `with published as (select v.outline from course c join course_version v on v.id = c.published_version_id
         where c.removed_at is null and c.withdrawn_at is null and c.visibility = 'public')
       select 'category' as kind, outline->>'category' as value, outline->>'category' as name, count(*)::int as count
         from published where outline->>'category' <> '' group by 1, 2
       union all
       select 'level', outline->>'level', outline->>'level', count(*)::int from published group by 1, 2
       union all
       select 'organiser', outline->'organiser'->>'id', max(outline->'organiser'->>'shortName'), count(*)::int from published group by 1, 2
       order by kind, name`,
    );
  }

  /** The published version of a course named by its code, in any case, or by its id. */
  async findVersionId(reader: Reader, codeOrId: string): Promise<string | null> {
    const [row] = await reader.query<{ versionId: string }>(
      `select published_version_id as "versionId" from course
       where removed_at is null and published_version_id is not null and (lower(code) = lower($1) or id::text = lower($1))`,
      [codeOrId],
    );
    return row?.versionId ?? null;
  }
}
