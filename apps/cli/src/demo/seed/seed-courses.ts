import type { CourseDraftsService } from '@pamong/domain/courses/course-drafts.service';
import type { PublishingService } from '@pamong/domain/courses/publishing.service';

import type { DemoCatalogue, DemoCourse } from '../demo-catalogue.js';
import { isComplete } from '../demo-content.js';
import { newCourseOf } from './course-drafts.js';
import type { CourseSetting } from './course-drafts.js';
import type { SeedActors } from './seed-actors.js';
import { placeId } from './seed-organisations.js';
import type { Places } from './seed-organisations.js';
import type { StoryClock } from './story-clock.js';

/** Ids of the demo's courses by their code. */
export type Courses = ReadonlyMap<string, string>;

interface Services {
  drafts: CourseDraftsService;
  publishing: PublishingService;
  clock: StoryClock;
}

/**
 * Every course as a draft of its first instructor, in one transaction each; the complete ones are published.
 * @param recording brings in the recording of a complete course, if it has one; asked for only when the course is new
 */
export async function seedCourses(
  services: Services,
  catalogue: DemoCatalogue,
  places: Places,
  actors: SeedActors,
  recording: (course: DemoCourse) => Promise<CourseSetting['video']>,
): Promise<Courses> {
  const ids = new Map<string, string>();
  for (const [index, course] of catalogue.courses.entries()) {
    const author = actors.as(course.pengajarId[0] ?? '');
    services.clock.setDaysAgo(110 - index);
    const { items } = await services.drafts.list(author, { q: course.kode, mine: false, page: 1, size: 20 });
    const known = items.find((item) => item.code === course.kode);
    const id = known?.id ?? (await create(services, catalogue, course, places, actors, isComplete(course) ? await recording(course) : null));
    ids.set(course.kode, id);
    if (!isComplete(course)) continue;
    services.clock.setDaysAgo(90);
    await services.publishing.publish(author, id, 1);
  }
  return ids;
}

async function create(
  { drafts }: Services,
  catalogue: DemoCatalogue,
  course: DemoCourse,
  places: Places,
  actors: SeedActors,
  video: CourseSetting['video'],
): Promise<string> {
  const [author = '', ...others] = course.pengajarId;
  // A guest starts a course in another agency; further instructors belong to the agency that owns it.
  const colleagues = others.filter((id) => catalogue.people.find((person) => person.id === id)?.instansiId === course.instansiPemilikId);
  const draft = newCourseOf(course, catalogue, {
    organisationId: placeId(places, course.instansiPemilikId),
    instructorIds: [author, ...colleagues].map((id) => actors.personId(id)),
    video,
  });
  return (await drafts.create(actors.as(author), draft)).id;
}
