import { newId } from '@pamong/platform/ids/new-id';
import type { Actor } from '../access/actor.js';
import { DomainBed } from '../testing/domain-bed.js';
import { CourseDraftsService } from './course-drafts.service.js';
import { CourseOutlineService } from './course-outline.service.js';
import { someAuthor, someDraft, somePublishedCourse } from './courses.factory.js';
import { CoursesService } from './courses.service.js';
import { PublishingService } from './publishing.service.js';

describe('publishing', () => {
  let bed: DomainBed;
  let author: Actor;

  beforeAll(async () => {
    bed = await DomainBed.open();
    author = await someAuthor(bed);
  });

  afterAll(() => bed.close());

  const lessonsOf = (course: { modules: readonly { lessons: readonly { id: string; revision: number }[] }[] }) => course.modules.flatMap((module) => module.lessons);

  it('compiles the outline with JP and order, and what learners read', async () => {
    const course = await somePublishedCourse(bed, author);
    const versionId = course.published?.versionId ?? '';
    const compiled = await bed.get(CoursesService).compiled(bed.db, versionId);
    const [first, second] = compiled.modules[0]?.lessons ?? [];
    expect(compiled).toMatchObject({ courseId: course.id, number: 1, minutes: 90, jp: 2, instructors: [{ personId: author.personId }], organiser: { timeZone: 'Asia/Makassar' } });
    expect(second?.requires).toEqual([first?.id]);
    expect(await bed.get(CoursesService).lessonContent(bed.db, versionId, first?.id ?? '')).toEqual({ lessonId: first?.id, kind: 'text', content: { html: '<p>Satu</p>' } });
    expect(course).toMatchObject({ status: 'published', published: { number: 1 } });
  });

  it('leaves a version as it was when the draft changes, and makes another one', async () => {
    const course = await somePublishedCourse(bed, author);
    const [lesson] = lessonsOf(course);
    bed.clock.advance({ minutes: 1 });
    await bed.get(CourseOutlineService).changeLesson(author, course.id, lesson?.id ?? '', 1, { body: { html: '<p>Baru</p>' } });
    const changed = await bed.get(CourseDraftsService).get(author, course.id);
    expect(changed.status).toBe('changed');
    bed.clock.advance({ minutes: 1 });
    const again = await bed.get(PublishingService).publish(author, course.id, 2);
    const read = async (versionId = '') => (await bed.get(CoursesService).lessonContent(bed.db, versionId, lesson?.id ?? '')).content;
    expect(await read(course.published?.versionId)).toEqual({ html: '<p>Satu</p>' });
    expect(await read(again.published?.versionId)).toEqual({ html: '<p>Baru</p>' });
    expect(again.published).toMatchObject({ number: 2 });
    expect(await bed.outbox('courses.published', course.id)).toHaveLength(2);
  });

  it('lets the application neither change nor remove what was published', async () => {
    await somePublishedCourse(bed, author);
    for (const sql of ["update course_version set outline = '{}'", 'delete from course_version', "update lesson_version set content = '{}'", 'delete from lesson_version']) {
      await expect(bed.db.query(sql)).rejects.toThrow(/permission denied/);
    }
  });

  it('makes one version of two presses of the button', async () => {
    const draft = await someDraft(bed, author);
    const publishing = bed.get(PublishingService);
    const [one, two] = await Promise.all([publishing.publish(author, draft.id, 1), publishing.publish(author, draft.id, 1)]);
    expect(one.published).toEqual(two.published);
    const rows = await bed.db.query('select 1 from course_version where course_id = $1', [draft.id]);
    expect(rows).toHaveLength(1);
    await expect(publishing.publish(author, draft.id, 3)).rejects.toMatchObject({ code: 'COURSE_CHANGED' });
  });

  it('names every place that stands against publishing, and publishes nothing until then', async () => {
    const draft = await someDraft(bed, author, {
      summary: '',
      requirements: ['all_lessons', 'final_score'],
      modules: [
        { title: 'Isi', lessons: [{ kind: 'text', title: 'Gambar', minutes: 10, body: { html: '<p>a</p><img src="/a.png">' } }, { kind: 'quiz', title: 'Kuis', minutes: 5 }] },
        { title: 'Kosong', lessons: [] },
      ],
    });
    const publishing = bed.get(PublishingService);
    const findings = await publishing.check(draft.id);
    expect(findings.filter((finding) => finding.blocking).map((finding) => finding.code)).toEqual(['SUMMARY_MISSING', 'MODULE_EMPTY', 'PASS_MARK_MISSING', 'SCORE_UNREACHABLE', 'IMAGE_ALT_MISSING', 'QUIZ_EMPTY']);
    expect(findings.find((finding) => finding.code === 'IMAGE_ALT_MISSING')).toMatchObject({ place: 'lesson', lessonId: lessonsOf(draft)[0]?.id, params: { count: 1, lesson: 'Gambar' } });
    await expect(publishing.publish(author, draft.id, 1)).rejects.toMatchObject({ code: 'COURSE_NOT_READY', params: { count: 6 } });
    expect((await bed.get(CourseDraftsService).get(author, draft.id)).published).toBeNull();
  });

  it('publishes below 45 minutes, without JP', async () => {
    const course = await somePublishedCourse(bed, author, { modules: [{ title: 'A', lessons: [{ kind: 'text', title: 'B', minutes: 5, body: { html: '<p>a</p>' } }] }] });
    expect(course).toMatchObject({ jp: 0, minutes: 5, status: 'published' });
  });

  it('freezes a quiz with its version, and a preview leaves nothing behind', async () => {
    const draft = await someDraft(bed, author, {
      passMark: 70,
      modules: [{ title: 'A', lessons: [{ kind: 'quiz', title: 'Kuis', minutes: 45, body: quizBody }] }],
    });
    const [lesson] = lessonsOf(draft);
    const preview = await bed.get(PublishingService).previewLesson(draft.id, lesson?.id ?? '');
    expect(JSON.stringify(preview)).not.toContain('Benar sekali');
    expect(await bed.db.query('select 1 from quiz_paper where lesson_id = $1', [lesson?.id])).toHaveLength(0);
    await bed.get(PublishingService).publish(author, draft.id, 1);
    expect(await bed.db.query('select 1 from quiz_paper where lesson_id = $1', [lesson?.id])).toHaveLength(1);
  });
});

const option = (text: string, right: boolean) => ({ id: newId(), text, right });
const quizBody = {
  introduction: '',
  rules: { final: true, timeLimitMinutes: null, shuffleQuestions: true, shuffleOptions: true },
  questions: [
    { id: newId(), kind: 'single', text: 'Apa ini?', points: 1, options: [option('Kuis', true), option('Bukan', false)], explanation: 'Benar sekali' },
  ],
};
