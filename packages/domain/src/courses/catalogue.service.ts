import { Injectable } from '@nestjs/common';
import type { CompiledCourse } from '@pamong/contract/course-content';
import { Problem } from '@pamong/contract/kernel/problem';
import { Database } from '@pamong/platform/database/database';
import type { Actor } from '../access/actor.js';
import { CatalogueRepository } from './catalogue.repository.js';
import { CoursesService } from './courses.service.js';

/** The pages of published courses, for visitors too. */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly db: Database,
    private readonly catalogue: CatalogueRepository,
    private readonly courses: CoursesService,
  ) {}

  /**
   * The version that a code or an id stands for now.
   * @throws Problem NOT_FOUND, for drafts, withdrawn courses and another agency's own, too
   */
  async versionOf(actor: Actor | null, codeOrId: string): Promise<{ versionId: string; agencyOnly: boolean }> {
    const found = await this.catalogue.findVersionId(this.db, codeOrId, actor?.agencyId ?? null);
    if (found === null) throw new Problem('NOT_FOUND');
    return found;
  }

  /** @throws Problem NOT_FOUND */
  version(versionId: string): Promise<CompiledCourse> {
    return this.courses.compiled(this.db, versionId);
  }
}
