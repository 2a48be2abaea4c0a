import type { CoursesService } from '@pamong/domain/courses/courses.service';
import type { Database } from '@pamong/platform/database/database';
import type { ScopeResolver } from '../kernel/scopes.js';

/** Resolves the scope `course`: the organisation that owns `:courseId`, and the right of whoever teaches it. */
export function courseScope(courses: CoursesService, db: Database): ScopeResolver {
  return async ({ params }, actor) => {
    const courseId = params?.['courseId'];
    const place = courseId === undefined ? null : await courses.placeOf(db, courseId);
    if (place === null) return null;
    const granted = await courses.isInstructor(db, place.courseId, actor.personId);
    return { path: place.path, visible: place.publishedVersionId !== null, granted };
  };
}
