import type { Actor } from '@pamong/domain/access/actor';
import type { CourseDraftsService } from '@pamong/domain/courses/course-drafts.service';
import type { CourseOutlineService } from '@pamong/domain/courses/course-outline.service';
import type { NewCourse } from '@pamong/domain/courses/new-course';
import type { PublishingService } from '@pamong/domain/courses/publishing.service';
import type { Database } from '@pamong/platform/database/database';

import { completeCourses } from '../complete-courses.js';
import type { CompleteCourse } from '../complete-courses.js';
import type { DemoCatalogue, DemoCourse } from '../demo-catalogue.js';
import { newCourseOf } from './course-drafts.js';
import type { CourseSetting } from './course-drafts.js';
import type { SeedActors } from './seed-actors.js';
import { placeId } from './seed-organisations.js';
import type { Places } from './seed-organisations.js';
import type { StoryClock } from './story-clock.js';

/** Ids of the demo's courses by their code. */
export type Courses = ReadonlyMap<string, string>;

interface Services {
  db: Database;
  drafts: CourseDraftsService;
  outline: CourseOutlineService;
  publishing: PublishingService;
  clock: StoryClock;
}

/** Brings in the recording of a complete course, if it has one. */
type Recording = (course: DemoCourse, complete: CompleteCourse) => Promise<CourseSetting['video']>;

/**
 * Every course as a draft of its first instructor, in one transaction each; the complete ones are published.
 * @param recording asked for only when the lessons are written
 */
export async function seedCourses(services: Services, catalogue: DemoCatalogue, places: Places, actors: SeedActors, recording: Recording): Promise<Courses> {
  const ids = new Map<string, string>();
  for (const [index, course] of catalogue.courses.entries()) {
    const author = actors.as(course.pengajarId[0] ?? '');
    const complete = completeCourses[course.kode];
    services.clock.setDaysAgo(110 - index);
    const { items } = await services.drafts.list(author, { q: course.kode, shelf: 'work', mine: false, page: 1, size: 20 });
    const known = items.find((item) => item.code === course.kode)?.id;
    const draft = async () => draftOf(catalogue, course, places, actors, complete === undefined ? null : await recording(course, complete));
    const id = known ?? (await services.drafts.create(author, await draft())).id;
    ids.set(course.kode, id);
    if (complete === undefined) continue;
    services.clock.setDaysAgo(90);
    if (known !== undefined && (await isOutline(services, author, id))) await write(services, author, id, await draft());
    await services.publishing.publish(author, id, 1);
  }
  return ids;
}

/** True for a course that an earlier edition of the demo left as an outline of empty lessons. */
async function isOutline({ drafts, publishing }: Services, author: Actor, id: string): Promise<boolean> {
  if ((await drafts.get(author, id)).published !== null) return false;
  return (await publishing.check(id)).some((finding) => finding.blocking);
}

/** Puts written lessons in the place of an outline. */
async function write({ db, drafts, outline }: Services, author: Actor, id: string, draft: NewCourse): Promise<void> {
  for (const module of (await drafts.get(author, id)).modules) await outline.remove(author, id, 'module', module.id);
  await db.tx(async (tx) => {
    await outline.insertAll(tx, author, id, draft.modules ?? []);
    await outline.touch(tx, id);
  });
}

function draftOf(catalogue: DemoCatalogue, course: DemoCourse, places: Places, actors: SeedActors, video: CourseSetting['video']): NewCourse {
  const [author = '', ...others] = course.pengajarId;
  // A guest starts a course in another agency; further instructors belong to the agency that owns it.
  const colleagues = others.filter((id) => catalogue.people.find((person) => person.id === id)?.instansiId === course.instansiPemilikId);
  return newCourseOf(course, catalogue, {
    organisationId: placeId(places, course.instansiPemilikId),
    instructorIds: [author, ...colleagues].map((id) => actors.personId(id)),
    video,
  });
}
