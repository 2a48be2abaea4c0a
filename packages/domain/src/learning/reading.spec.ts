import type { LessonCompletion, LessonRelease } from '@pamong/contract/course-content';
import type { Actor } from '../access/actor.js';
import { CourseDraftsService } from '../courses/course-drafts.service.js';
import { CourseOutlineService } from '../courses/course-outline.service.js';
import { someAuthor, someDraft, somePublishedCourse } from '../courses/courses.factory.js';
import { PublishingService } from '../courses/publishing.service.js';
import { EnrolmentsService } from '../enrolments/enrolments.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { somePerson } from '../testing/factories.js';
import { LearningService } from './learning.service.js';
import { ReadingService } from './reading.service.js';

describe('reading', () => {
  let bed: DomainBed;
  let author: Actor;
  let reading: ReadingService;

  beforeAll(async () => {
    bed = await DomainBed.open();
    author = await someAuthor(bed);
    reading = bed.get(ReadingService);
  });

  afterAll(() => bed.close());

  const name = 'Nurhayati, S.Kep., Ns.';
  const text = (title: string, given: { completion?: LessonCompletion; release?: LessonRelease } = {}) =>
    ({ kind: 'text' as const, title, minutes: 45, body: { html: '<p>Isi</p>' }, ...given });

  async function enrolled(...lessons: ReturnType<typeof text>[]) {
    const course = await somePublishedCourse(bed, author, { modules: [{ title: 'Satu', lessons }] });
    const personId = await somePerson(bed);
    await bed.get(EnrolmentsService).enrol(personId, course.id, name);
    return { courseId: course.id, personId, ids: course.modules.flatMap((module) => module.lessons.map((lesson) => lesson.id)) };
  }

  const doneOf = async (personId: string, courseId: string) =>
    (JSON.parse(await bed.get(LearningService).overlay(personId, courseId)) as { lessons: { lessonId: string; completedAt: string | null }[] }).lessons
      .filter((lesson) => lesson.completedAt !== null).map((lesson) => lesson.lessonId);

  it('is done when opened, where that is the rule', async () => {
    const { courseId, personId, ids: [first = '', second = ''] } = await enrolled(text('A', { completion: { rule: 'opened' } }), text('B'));
    await reading.open(personId, courseId, first);
    await reading.open(personId, courseId, first);
    await reading.open(personId, courseId, second);
    expect(await doneOf(personId, courseId)).toEqual([first]);
  });

  it('is done after its time, of which no more counts than has passed', async () => {
    const { courseId, personId, ids: [first = ''] } = await enrolled(text('A', { completion: { rule: 'time', seconds: 120 } }));
    await reading.open(personId, courseId, first);
    bed.clock.advance({ seconds: 60 });
    expect(await reading.note(personId, courseId, first, { seconds: 5_000, end: true })).toEqual({ completed: false, seconds: 60 });
    bed.clock.advance({ seconds: 70 });
    expect(await reading.note(personId, courseId, first, { seconds: 40, end: false })).toEqual({ completed: false, seconds: 60 });
    expect(await reading.note(personId, courseId, first, { seconds: 125, end: false })).toEqual({ completed: true, seconds: 125 });
    await expect(reading.markDone(personId, courseId, first)).resolves.toBeUndefined();
  });

  it('is done at its end, and a mark does not replace that', async () => {
    const { courseId, personId, ids: [first = ''] } = await enrolled(text('A', { completion: { rule: 'scroll' } }));
    await reading.open(personId, courseId, first);
    await expect(reading.markDone(personId, courseId, first)).rejects.toMatchObject({ code: 'LESSON_NOT_MARKABLE' });
    expect(await reading.note(personId, courseId, first, { seconds: 0, end: false })).toMatchObject({ completed: false });
    const both = await Promise.all([1, 2].map(() => reading.note(personId, courseId, first, { seconds: 1, end: true })));
    expect(both.map((one) => one.completed)).toEqual([true, true]);
  });

  it('opens on its date, and days after each learner’s enrolment', async () => {
    const at = new Date(bed.clock.now().getTime() + 3_600_000).toISOString();
    const { courseId, personId, ids: [first = '', second = ''] } = await enrolled(
      text('A', { release: { kind: 'date', at } }),
      text('B', { release: { kind: 'offset', days: 2 } }),
    );
    await expect(reading.open(personId, courseId, first)).rejects.toMatchObject({ code: 'LESSON_NOT_RELEASED', params: { at } });
    bed.clock.advance({ hours: 1 });
    await reading.markDone(personId, courseId, first);
    await expect(reading.markDone(personId, courseId, second)).rejects.toMatchObject({ code: 'LESSON_NOT_RELEASED' });
    bed.clock.advance({ days: 2 });
    await reading.markDone(personId, courseId, second);
    expect(await doneOf(personId, courseId)).toEqual([first, second]);
  });

  it('waits for the lessons that its author chose, not for the one before', async () => {
    const draft = await someDraft(bed, author, { modules: [{ title: 'Satu', lessons: [text('A'), text('B'), text('C')] }] });
    const [a = '', b = '', c = ''] = draft.modules[0]?.lessons.map((lesson) => lesson.id) ?? [];
    const outline = bed.get(CourseOutlineService);
    await outline.changeLesson(author, draft.id, b, 1, { requires: [] });
    await outline.changeLesson(author, draft.id, c, 1, { requires: [a] });
    await expect(outline.changeLesson(author, draft.id, a, 1, { requires: [c] })).rejects.toMatchObject({ code: 'LESSON_REQUIREMENT_UNFIT' });
    await expect(outline.changeLesson(author, draft.id, a, 1, { completion: { rule: 'passed' } })).rejects.toMatchObject({ code: 'COMPLETION_UNFIT' });
    await bed.get(PublishingService).publish(author, draft.id, 1);
    const personId = await somePerson(bed);
    await bed.get(EnrolmentsService).enrol(personId, draft.id, name);
    await reading.markDone(personId, draft.id, b);
    await expect(reading.markDone(personId, draft.id, c)).rejects.toMatchObject({ code: 'LESSON_LOCKED', params: { first: 'A' } });
    await reading.markDone(personId, draft.id, a);
    await reading.markDone(personId, draft.id, c);
    expect((await doneOf(personId, draft.id)).toSorted()).toEqual([a, b, c].toSorted());
  });
});

describe('who may take a course', () => {
  let bed: DomainBed;
  let author: Actor;
  let enrolments: EnrolmentsService;
  const name = 'Nurhayati, S.Kep., Ns.';

  beforeAll(async () => {
    bed = await DomainBed.open();
    author = await someAuthor(bed);
    enrolments = bed.get(EnrolmentsService);
  });

  afterAll(() => bed.close());

  it('gives the last seat to one', async () => {
    const course = await somePublishedCourse(bed, author, { seats: 2 });
    const people = await Promise.all(Array.from({ length: 4 }, () => somePerson(bed)));
    const results = await Promise.allSettled(people.map((personId) => enrolments.enrol(personId, course.id, name)));
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(2);
    expect(results.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'COURSE_FULL' } });
    const inside = people[results.findIndex((one) => one.status === 'fulfilled')] ?? '';
    expect(await enrolments.enrol(inside, course.id, name)).toMatchObject({ courseId: course.id });
  });

  it('asks for the courses before it, and lets no circle of them arise', async () => {
    const first = await somePublishedCourse(bed, author, { title: 'Dasar', modules: [{ title: 'A', lessons: [{ kind: 'text', title: 'A', minutes: 45, completion: { rule: 'opened' }, body: { html: '<p>a</p>' } }] }] });
    const second = await somePublishedCourse(bed, author, { title: 'Lanjut', prerequisiteIds: [first.id] });
    const personId = await somePerson(bed);
    await expect(enrolments.enrol(personId, second.id, name)).rejects.toMatchObject({ code: 'PREREQUISITE_MISSING', params: { title: 'Dasar' } });
    await enrolments.enrol(personId, first.id, name);
    await bed.get(ReadingService).open(personId, first.id, first.modules[0]?.lessons[0]?.id ?? '');
    expect(await enrolments.enrol(personId, second.id, name)).toMatchObject({ courseId: second.id });
    await expect(bed.get(CourseDraftsService).change(author, first.id, first.revision, { prerequisiteIds: [second.id] })).rejects.toMatchObject({ code: 'PREREQUISITE_LOOP' });
  });

  it('keeps an agency’s own course from everybody else', async () => {
    const course = await somePublishedCourse(bed, author, { visibility: 'agency' });
    await expect(enrolments.enrol(await somePerson(bed), course.id, name)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const colleague = await somePerson(bed, { organisationId: author.agencyId });
    expect(await enrolments.enrol(colleague, course.id, name)).toMatchObject({ courseId: course.id });
  });
});
