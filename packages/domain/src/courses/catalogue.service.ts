import { Injectable } from '@nestjs/common';
import type { CourseCard } from '@pamong/contract/catalogue';
import type { CompiledCourse } from '@pamong/contract/course-content';
import { Problem } from '@pamong/contract/kernel/problem';
import { Database } from '@pamong/platform/database/database';
import type * as z from 'zod';
import { CatalogueRepository } from './catalogue.repository.js';
import { CoursesService } from './courses.service.js';
import { searchWords } from './search-text.rules.js';

export interface CatalogueQuery {
  readonly q: string;
  readonly category?: string | undefined;
  readonly level?: CompiledCourse['level'] | undefined;
  readonly organiser?: string | undefined;
  readonly order: 'newest' | 'title' | 'shortest';
  readonly page: number;
  readonly size: number;
}

/** Published courses for everybody, signed in or not. */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly db: Database,
    private readonly catalogue: CatalogueRepository,
    private readonly courses: CoursesService,
  ) {}

  async list(query: CatalogueQuery) {
    const [rows, facets] = await Promise.all([
      this.catalogue.list(this.db, {
        words: searchWords(query.q),
        category: query.category ?? null,
        level: query.level ?? null,
        organiserId: query.organiser ?? null,
        order: query.order,
        limit: query.size,
        offset: (query.page - 1) * query.size,
      }),
      this.catalogue.facets(this.db),
    ]);
    const courses = await Promise.all(rows.map((row) => this.courses.compiled(this.db, row.versionId)));
    const of = (kind: (typeof facets)[number]['kind']) => facets.filter((facet) => facet.kind === kind);
    return {
      items: courses.map(cardOf),
      total: rows[0]?.total ?? 0,
      page: query.page,
      size: query.size,
      facets: {
        categories: of('category').map(({ value, count }) => ({ value, count })),
        levels: of('level').map(({ value, count }) => ({ value: value as CompiledCourse['level'], count })),
        organisers: of('organiser').map(({ value, name, count }) => ({ value, name, count })),
      },
    };
  }

  /**
   * The version that a code or an id stands for now.
   * @throws Problem NOT_FOUND, for drafts too
   */
  async versionOf(codeOrId: string): Promise<string> {
    const versionId = await this.catalogue.findVersionId(this.db, codeOrId);
    if (versionId === null) throw new Problem('NOT_FOUND');
    return versionId;
  }

  /** @throws Problem NOT_FOUND */
  version(versionId: string): Promise<CompiledCourse> {
    return this.courses.compiled(this.db, versionId);
  }
}

function cardOf(course: CompiledCourse): z.output<typeof CourseCard> {
  const { courseId, code, title, summary, level, category, organiser, minutes, jp, modules } = course;
  return {
    courseId, code, title, summary, level, category, minutes, jp,
    organiser: { id: organiser.id, name: organiser.name, shortName: organiser.shortName },
    modules: modules.length,
    lessons: modules.reduce((sum, module) => sum + module.lessons.length, 0),
  };
}
