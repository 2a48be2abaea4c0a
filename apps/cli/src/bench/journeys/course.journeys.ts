import type { Connection, Journey, Visitor } from '../journey.js';
import { publishedCourse, sixtyLessons } from './published-course.js';

const learnersOf60 = async (bed: Parameters<Journey['prepare']>[0]): Promise<Visitor[]> => {
  const learners = await bed.learners(100);
  const { courseId, lessonIds } = await publishedCourse(bed, learners, sixtyLessons());
  return learners.map(({ cookie }) => ({ cookie, courseId, lessonIds }));
};

const get = (connection: Connection, visitor: Visitor, path: string, headers: Readonly<Record<string, string>> = {}, expect: readonly number[] = [200]) =>
  connection.send('GET', `/api/learning/${String(visitor['courseId'])}/${path}`, { cookie: String(visitor['cookie']), headers, expect });

/** The personal part of a course page: one statement. */
export const overlay: Journey = {
  name: 'overlay',
  summary: "a learner's progress in a course of 60 lessons",
  prepare: learnersOf60,
  visit: async (connection, visitor) => {
    await get(connection, visitor, 'progress');
  },
};

/** A whole course page: the outline, which the browser has already (ETag), and the overlay. */
export const courseView: Journey = {
  name: 'course-view',
  summary: 'course page of 60 lessons: outline by ETag, progress',
  prepare: learnersOf60,
  visit: async (connection, visitor, turn) => {
    const etag = etags.get(String(visitor['courseId']));
    const answer = await get(connection, visitor, 'course', etag === undefined || turn % 10 === 0 ? {} : { 'if-none-match': etag }, [200, 304]);
    etags.set(String(visitor['courseId']), String(answer.headers['etag']));
    await get(connection, visitor, 'progress');
  },
};

/** What the browser would remember; the load process plays many browsers that saw the course before. */
const etags = new Map<string, string>();

/** A lesson's content, opened and marked as done. */
export const lessonView: Journey = {
  name: 'lesson-view',
  summary: 'lesson content, opened, marked as done',
  prepare: learnersOf60,
  visit: async (connection, visitor, turn) => {
    const lessonIds = visitor['lessonIds'] as readonly string[];
    // The first lesson locks the others, so every learner begins with it.
    const lesson = `lessons/${lessonIds[turn % lessonIds.length] ?? ''}`;
    await get(connection, visitor, lesson);
    const path = `/api/learning/${String(visitor['courseId'])}/${lesson}`;
    await connection.send('PUT', `${path}/opened`, { cookie: String(visitor['cookie']) });
    await connection.send('PUT', `${path}/completion`, { cookie: String(visitor['cookie']) });
  },
};
