import type { Actor } from '../access/actor.js';
import { EnrolmentsService } from '../enrolments/enrolments.service.js';
import { CourseMovesService } from '../learning/course-moves.service.js';
import { LearningService } from '../learning/learning.service.js';
import { ReadingService } from '../learning/reading.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { somePerson } from '../testing/factories.js';
import { CourseChangesService } from './course-changes.service.js';
import { CourseDraftsService } from './course-drafts.service.js';
import { CourseLifecycleService } from './course-lifecycle.service.js';
import { CourseOutlineService } from './course-outline.service.js';
import { CourseScheduleService } from './course-schedule.service.js';
import { someAuthor, someDraft, somePublishedCourse } from './courses.factory.js';
import { LessonRevisionsService } from './lesson-revisions.service.js';
import { PublishingService } from './publishing.service.js';
import { RecycleBinService } from './recycle-bin.service.js';

describe('the life of a course', () => {
  let bed: DomainBed;
  let author: Actor;
  let lifecycle: CourseLifecycleService;
  const name = 'Nurhayati, S.Kep., Ns.';

  beforeAll(async () => {
    bed = await DomainBed.open();
    author = await someAuthor(bed);
    lifecycle = bed.get(CourseLifecycleService);
  });

  afterAll(() => bed.close());

  const inDays = (days: number) => new Date(bed.clock.now().getTime() + days * 86_400_000);
  const drafts = () => bed.get(CourseDraftsService);
  const lessonIds = (course: { modules: readonly { lessons: readonly { id: string }[] }[] }) => course.modules.flatMap((module) => module.lessons.map((lesson) => lesson.id));

  it('is published when its time has come, once, and its author is told', async () => {
    const draft = await someDraft(bed, author);
    await expect(lifecycle.schedule(author, draft.id, inDays(-1))).rejects.toMatchObject({ code: 'MOMENT_PAST' });
    expect(await lifecycle.schedule(author, draft.id, inDays(1))).toMatchObject({ publishAt: inDays(1).toISOString(), status: 'draft' });
    const schedule = bed.get(CourseScheduleService);
    await schedule.publishDue();
    expect((await drafts().get(author, draft.id)).published).toBeNull();
    bed.clock.advance({ days: 1 });
    await Promise.all([schedule.publishDue(), schedule.publishDue()]);
    expect(await drafts().get(author, draft.id)).toMatchObject({ published: { number: 1 }, publishAt: null });
    expect(await bed.db.query('select kind from inbox_message where person_id = $1 and params->>$2 = $3', [author.personId, 'course', draft.title])).toMatchObject([{ kind: 'courses.published-on-schedule' }]);
  });

  it('is not published on its day when the check list is no longer clean', async () => {
    const draft = await someDraft(bed, author);
    await lifecycle.schedule(author, draft.id, inDays(1));
    await drafts().change(author, draft.id, draft.revision, { summary: '' });
    bed.clock.advance({ days: 2 });
    expect(await bed.get(CourseScheduleService).publishDue()).toBe(0);
    expect(await drafts().get(author, draft.id)).toMatchObject({ published: null, publishAt: null });
    await expect(lifecycle.schedule(author, draft.id, inDays(1))).rejects.toMatchObject({ code: 'COURSE_NOT_READY' });
  });

  it('leaves the catalogue and comes back; who takes it goes on', async () => {
    const course = await somePublishedCourse(bed, author);
    const personId = await somePerson(bed);
    await bed.get(EnrolmentsService).enrol(personId, course.id, name);
    await lifecycle.withdraw(author, course.id);
    await expect(bed.get(EnrolmentsService).enrol(await somePerson(bed), course.id, name)).rejects.toMatchObject({ code: 'COURSE_WITHDRAWN' });
    await bed.get(ReadingService).markDone(personId, course.id, lessonIds(course)[0] ?? '');
    await lifecycle.reopen(author, course.id);
    expect(await bed.get(EnrolmentsService).enrol(await somePerson(bed), course.id, name)).toMatchObject({ courseId: course.id });
  });

  it('does not change in the archive', async () => {
    const course = await somePublishedCourse(bed, author);
    await lifecycle.archive(author, course.id);
    const { revision } = await drafts().get(author, course.id);
    await expect(drafts().change(author, course.id, revision, { title: 'x' })).rejects.toMatchObject({ code: 'COURSE_ARCHIVED' });
    await expect(bed.get(CourseOutlineService).addModule(author, course.id, 'x')).rejects.toMatchObject({ code: 'COURSE_ARCHIVED' });
    await expect(bed.get(PublishingService).publish(author, course.id, 2)).rejects.toMatchObject({ code: 'COURSE_ARCHIVED' });
    const list = (shelf: 'work' | 'archive') => drafts().list(author, { q: course.code, shelf, mine: false, page: 1, size: 5 });
    expect((await list('work')).items).toEqual([]);
    expect((await list('archive')).items).toMatchObject([{ id: course.id }]);
    expect(await lifecycle.unarchive(author, course.id)).toMatchObject({ archivedAt: null, withdrawnAt: expect.any(String) as string });
  });

  it('comes back from the recycle bin for 30 days, and then goes unless somebody learned with it', async () => {
    const bin = bed.get(RecycleBinService);
    const [draft, published] = [await someDraft(bed, author), await somePublishedCourse(bed, author)];
    const [lesson = ''] = lessonIds(published);
    await bed.get(EnrolmentsService).enrol(await somePerson(bed), published.id, name);
    await bed.get(CourseOutlineService).remove(author, published.id, 'lesson', lesson);
    await lifecycle.remove(author, draft.id);
    const { items } = await bin.list(author, { page: 1, size: 50 });
    expect(items.map(({ kind, id, detail }) => ({ kind, id, detail }))).toEqual(expect.arrayContaining([{ kind: 'course', id: draft.id, detail: 2 }, { kind: 'lesson', id: lesson, detail: 'Dasar' }]));
    expect((await bin.list(await someAuthor(bed), { page: 1, size: 50 })).items).toEqual([]);
    expect(await lifecycle.restore(author, draft.id)).toMatchObject({ id: draft.id });
    await lifecycle.remove(author, draft.id);
    await lifecycle.remove(author, published.id);
    bed.clock.advance({ days: 31 });
    await expect(lifecycle.restore(author, draft.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await bin.empty();
    await bin.empty();
    const left = await bed.db.query<{ id: string }>('select id from course where id = any($1::uuid[])', [[draft.id, published.id]]);
    expect(left.map((row) => row.id)).toEqual([published.id]);
    expect(await bed.db.query('select id from lesson where id = $1', [lesson])).toHaveLength(1);
  });

  it('keeps what a lesson was, stretch by stretch and author by author, and brings it back', async () => {
    const course = await someDraft(bed, author);
    const [lesson = ''] = lessonIds(course);
    const colleague = await someAuthor(bed);
    const outline = bed.get(CourseOutlineService);
    const write = async (by: Actor, revision: number, html: string) => (await outline.changeLesson(by, course.id, lesson, revision, { body: { html } })).revision;
    await write(author, 1, '<p>a</p>');
    await write(author, 2, '<p>b</p>');
    bed.clock.advance({ minutes: 11 });
    await write(author, 3, '<p>c</p>');
    await write(colleague, 4, '<p>d</p>');
    await expect(write(author, 4, '<p>e</p>')).rejects.toMatchObject({ code: 'LESSON_CHANGED', params: { at: bed.clock.now().toISOString() } });
    const revisions = bed.get(LessonRevisionsService);
    expect((await revisions.list(course.id, lesson)).map(({ revision, current }) => [revision, current])).toEqual([[5, true], [4, false], [3, false]]);
    expect((await revisions.get(course.id, lesson, 4)).body).toEqual({ html: '<p>c</p>' });
    expect((await revisions.restore(author, course.id, lesson, 3, 5)).body).toEqual({ html: '<p>b</p>' });
    expect((await revisions.get(course.id, lesson, 5)).body).toEqual({ html: '<p>d</p>' });
    await expect(revisions.get(course.id, lesson, 99)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('says what a new version changes and for how many, moves who is in progress, and takes nothing back', async () => {
    const course = await somePublishedCourse(bed, author);
    const [first = '', second = ''] = lessonIds(course);
    const [slow, quick, done] = await Promise.all(Array.from({ length: 3 }, () => somePerson(bed)));
    const reading = bed.get(ReadingService);
    for (const personId of [slow, quick, done]) await bed.get(EnrolmentsService).enrol(personId ?? '', course.id, name);
    await reading.open(slow ?? '', course.id, first);
    await reading.markDone(quick ?? '', course.id, first);
    for (const id of [first, second]) await reading.markDone(done ?? '', course.id, id);
    bed.clock.advance({ minutes: 1 });
    const outline = bed.get(CourseOutlineService);
    await outline.remove(author, course.id, 'lesson', second);
    await outline.changeLesson(author, course.id, first, 1, { title: 'Judul baru', body: { html: '<p>Baru</p>' } });
    expect(await bed.get(CourseChangesService).preview(course.id)).toMatchObject({
      from: 1, added: [], removed: [{ lessonId: second }], changed: [{ lessonId: first, fields: ['title', 'content'] }], facts: [], minutes: { before: 90, after: 45 },
      learners: { inProgress: 2, completed: 1, needMore: 0, loseLessons: 0, locked: 0 },
    });
    const published = await bed.get(PublishingService).publish(author, course.id, 2, 'move');
    const moves = bed.get(CourseMovesService);
    expect(await moves.moveTo(course.id, published.published?.versionId ?? '')).toBe(2);
    expect(await moves.moveTo(course.id, published.published?.versionId ?? '')).toBe(0);
    const overlay = async (personId = '') => JSON.parse(await bed.get(LearningService).overlay(personId, course.id)) as { versionId: string; completedAt: string | null };
    expect(await overlay(slow)).toMatchObject({ versionId: published.published?.versionId, completedAt: null });
    // What was removed was all that was missing.
    expect(await overlay(quick)).toMatchObject({ completedAt: bed.clock.now().toISOString() });
    expect(await overlay(done)).toMatchObject({ versionId: course.published?.versionId });
  });
});
