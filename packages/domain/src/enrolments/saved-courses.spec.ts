import type { Actor } from '../access/actor.js';
import { CourseLifecycleService } from '../courses/course-lifecycle.service.js';
import { someAuthor, someDraft, somePublishedCourse } from '../courses/courses.factory.js';
import { DomainBed } from '../testing/domain-bed.js';
import { SavedCoursesService } from './saved-courses.service.js';

describe('saved courses', () => {
  let bed: DomainBed;
  let author: Actor;

  beforeAll(async () => {
    bed = await DomainBed.open();
    author = await someAuthor(bed);
  });

  afterAll(() => bed.close());

  it('keeps what one may see, once, the latest first, and forgets it', async () => {
    const saved = bed.get(SavedCoursesService);
    const stranger = await someAuthor(bed);
    const [open, own, draft] = [await somePublishedCourse(bed, author), await somePublishedCourse(bed, author, { visibility: 'agency' }), await someDraft(bed, author)];
    await Promise.all([saved.save(stranger, open.id), saved.save(stranger, open.id)]);
    for (const hidden of [own, draft]) await expect(saved.save(stranger, hidden.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    bed.clock.advance({ minutes: 1 });
    for (const course of [open, own]) await saved.save(author, course.id);
    expect((await saved.list(stranger)).map((one) => one.courseId)).toEqual([open.id]);
    await bed.get(CourseLifecycleService).withdraw(author, open.id);
    expect(await saved.list(stranger)).toEqual([]);
    expect((await saved.list(author)).map((one) => one.courseId)).toEqual([own.id]);
    await saved.forget(author, own.id);
    expect(await saved.list(author)).toEqual([]);
  });
});
