import { Injectable } from '@nestjs/common';
import type { Permission } from '@pamong/contract/permissions';
import type { Reader } from '@pamong/platform/database/database';
import type { PermissionSource } from '../access/permission-sources.js';
import { PermissionSources } from '../access/permission-sources.js';
import { CourseDraftsRepository } from './course-drafts.repository.js';
import { CourseVersionsRepository } from './course-versions.repository.js';

/** Every permission that routes ask on a course: the guard grants them to whoever teaches it. */
const taught: readonly Permission[] = ['course.author', 'course.publish', 'media.upload'];

/** Explains the rights of who teaches a course. */
@Injectable()
export class TeachingSource implements PermissionSource {
  readonly kind = 'course';

  constructor(
    sources: PermissionSources,
    private readonly drafts: CourseDraftsRepository,
    private readonly versions: CourseVersionsRepository,
  ) {
    sources.add(this);
  }

  async find(reader: Reader, id: string): Promise<{ name: string; path: string } | null> {
    const place = await this.versions.findPlace(reader, id);
    return place === null ? null : { name: place.title, path: place.path };
  }

  async held(reader: Reader, personId: string, id: string): Promise<readonly Permission[]> {
    return (await this.drafts.isInstructor(reader, id, personId)) ? taught : [];
  }
}
