import type { Actor } from '../access/actor.js';
import { somePublishedCourse } from '../courses/courses.factory.js';
import type { CourseView } from '../courses/course-views.service.js';
import type { NewCourse } from '../courses/new-course.js';
import type { DomainBed } from '../testing/domain-bed.js';
import { SearchIndexService } from './search-index.service.js';

/** A published course that the search knows already; elsewhere the worker sees to that. */
export async function someFoundCourse(bed: DomainBed, author: Actor, given: Partial<NewCourse> = {}): Promise<CourseView> {
  const course = await somePublishedCourse(bed, author, given);
  await bed.get(SearchIndexService).indexCourse(course.id);
  return course;
}
