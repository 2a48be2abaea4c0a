import type { CoursesService } from '@pamong/domain/courses/courses.service';
import type { Database } from '@pamong/platform/database/database';
import type { ScopeResolver } from '../kernel/scopes.js';

/**
 * Resolves the scope `course`: the organisation that owns `:courseId`, and the right of whoever teaches it.
 * @param from `bin`: of a course in the recycle bin
 */
export function courseScope(courses: CoursesService, db: Database, from: 'work' | 'bin' = 'work'): ScopeResolver {
  return async ({ params }, actor) => {
    const courseId = params?.['courseId'];
    const place = courseId === undefined ? null : await courses.placeOf(db, courseId, from);
    if (place === null) return null;
    const granted = await courses.isInstructor(db, place.courseId, actor.personId);
    return { path: place.path, visible: from === 'work' && place.publishedVersionId !== null && place.visibility === 'public', granted };
  };
}
