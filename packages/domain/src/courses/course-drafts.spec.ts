import { newId } from '@pamong/platform/ids/new-id';
import { Actor } from '../access/actor.js';
import { DomainBed } from '../testing/domain-bed.js';
import { somePerson } from '../testing/factories.js';
import { CourseDraftsService } from './course-drafts.service.js';
import { CourseOutlineService } from './course-outline.service.js';
import { someAuthor, someDraft } from './courses.factory.js';

describe('drafts', () => {
  let bed: DomainBed;
  let author: Actor;
  let drafts: CourseDraftsService;
  let outline: CourseOutlineService;

  beforeAll(async () => {
    bed = await DomainBed.open();
    author = await someAuthor(bed);
    drafts = bed.get(CourseDraftsService);
    outline = bed.get(CourseOutlineService);
  });

  afterAll(() => bed.close());

  const titles = (course: Awaited<ReturnType<typeof drafts.get>>) => course.modules.map((module) => `${module.title}(${module.lessons.map((lesson) => lesson.title).join(' ')})`).join(' ');

  it('starts from a title alone, with a code of its own and one module', async () => {
    const one = await drafts.create(author, { title: 'Membaca Peta Proses Bisnis' });
    const two = await drafts.create(author, { title: 'Membaca Peta Proses Bisnis' });
    expect(one).toMatchObject({ status: 'draft', siasnKind: 16, instructors: [{ personId: author.personId }], modules: [{ lessons: [] }], can: { edit: true, publish: true } });
    expect(one.code).toMatch(/^MPPB-\d+$/);
    expect(two.code).not.toBe(one.code);
  });

  it('finds each its own code for drafts of one title that are begun at once', async () => {
    const title = `Pelayanan ${newId().slice(-6)}`;
    const made = await Promise.all(Array.from({ length: 4 }, () => bed.get(CourseDraftsService).create(author, { title })));
    expect(new Set(made.map((one) => one.code)).size).toBe(4);
  });

  it('refuses a code that exists, in any case', async () => {
    const one = await someDraft(bed, author, { code: `Kode-${newId().slice(-8)}` });
    await expect(someDraft(bed, author, { code: one.code.toUpperCase() })).rejects.toMatchObject({ constraint: 'course_code_key' });
  });

  it('belongs to a place of the author: not to a foreign agency, nor to one where the role does not count', async () => {
    const stranger = await someAuthor(bed);
    await expect(drafts.create(author, { title: 'A', organisationId: stranger.agencyId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const [agency = ''] = author.organisationPath.split('.');
    const below = new Actor(author.personId, 'a', 's', author.agencyId, author.organisationPath, [{ role: 'instructor', path: author.organisationPath }]);
    await expect(drafts.create(below, { title: 'A', organisationId: author.agencyId })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const own = await drafts.create(below, { title: 'A' });
    expect(own.owner.id).not.toBe(author.agencyId);
    expect(agency).not.toBe('');
  });

  it('lets the faster of two editors win and tells the slower one', async () => {
    const draft = await someDraft(bed, author);
    const faster = await drafts.change(author, draft.id, draft.revision, { title: 'Judul baru', passMark: 70 });
    expect(faster).toMatchObject({ title: 'Judul baru', passMark: 70, revision: draft.revision + 1 });
    await expect(drafts.change(author, draft.id, draft.revision, { title: 'Judul lain' })).rejects.toMatchObject({ code: 'COURSE_CHANGED' });
    const lesson = draft.modules[0]?.lessons[0];
    await outline.changeLesson(author, draft.id, lesson?.id ?? '', 1, { body: { html: '<h1>A</h1><script>x()</script>' } });
    await expect(outline.changeLesson(author, draft.id, lesson?.id ?? '', 1, { title: 'B' })).rejects.toMatchObject({ code: 'LESSON_CHANGED' });
    expect(await outline.describeLesson(draft.id, lesson?.id ?? '')).toMatchObject({ revision: 2, body: { html: '<h2>A</h2>' }, title: lesson?.title });
  });

  it('lets two editors save at the same moment only once', async () => {
    const draft = await someDraft(bed, author);
    const saved = await Promise.allSettled(['A', 'B', 'C'].map((title) => drafts.change(author, draft.id, draft.revision, { title })));
    expect(saved.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('moves, removes and brings back modules and lessons', async () => {
    const draft = await someDraft(bed, author, {
      modules: ['A', 'B'].map((title) => ({ title, lessons: [1, 2].map((n) => ({ kind: 'text' as const, title: `${title.toLowerCase()}${n}`, minutes: 10 })) })),
    });
    const [a, b] = draft.modules;
    const lesson = a?.lessons[1]?.id ?? '';
    expect(titles(await outline.moveLesson(author, draft.id, lesson, 'down'))).toBe('A(a1) B(a2 b1 b2)');
    expect(titles(await outline.moveModule(author, draft.id, b?.id ?? '', 'up'))).toBe('B(a2 b1 b2) A(a1)');
    expect(titles(await outline.remove(author, draft.id, 'lesson', lesson))).toBe('B(b1 b2) A(a1)');
    await expect(outline.describeLesson(draft.id, lesson)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(titles(await outline.restore(author, draft.id, 'lesson', lesson))).toBe('B(a2 b1 b2) A(a1)');
    expect(titles(await outline.remove(author, draft.id, 'module', b?.id ?? ''))).toBe('A(a1)');
    expect(titles(await outline.restore(author, draft.id, 'module', b?.id ?? ''))).toBe('B(a2 b1 b2) A(a1)');
    const added = await outline.addLesson(author, draft.id, a?.id ?? '', { kind: 'quiz', title: 'Kuis', minutes: 5 });
    expect(titles(added.course)).toBe('B(a2 b1 b2) A(a1 Kuis)');
    expect(added.course.minutes).toBe(45);
  });

  it('does not reach into another course by mixing ids', async () => {
    const [one, two] = [await someDraft(bed, author), await someDraft(bed, author)];
    const [module] = two.modules;
    const lessonId = module?.lessons[0]?.id ?? '';
    for (const attempt of [
      () => outline.describeLesson(one.id, lessonId),
      () => outline.changeLesson(author, one.id, lessonId, 1, { title: 'x' }),
      () => outline.moveLesson(author, one.id, lessonId, 'down'),
      () => outline.remove(author, one.id, 'lesson', lessonId),
      () => outline.remove(author, one.id, 'module', module?.id ?? ''),
      () => outline.renameModule(author, one.id, module?.id ?? '', 'x'),
      () => outline.addLesson(author, one.id, module?.id ?? '', { kind: 'text', title: 'x', minutes: 1 }),
    ]) await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await drafts.get(author, two.id)).modules).toEqual(two.modules);
  });

  it('refuses a body that is not of its kind', async () => {
    const draft = await someDraft(bed, author);
    await expect(outline.changeLesson(author, draft.id, draft.modules[0]?.lessons[0]?.id ?? '', 1, { body: { markdown: 'x' } })).rejects.toMatchObject({ code: 'LESSON_BODY_INVALID' });
  });

  it('takes instructors of the agency only, and lists a course to whoever teaches it', async () => {
    const draft = await someDraft(bed, author);
    const stranger = await someAuthor(bed);
    await expect(drafts.change(author, draft.id, draft.revision, { instructorIds: [stranger.personId] })).rejects.toMatchObject({ code: 'INSTRUCTOR_UNKNOWN' });
    const colleague = await somePerson(bed, { organisationId: author.agencyId, name: 'Sutrisno' });
    const changed = await drafts.change(author, draft.id, draft.revision, { instructorIds: [colleague, author.personId] });
    expect(changed.instructors.map((one) => one.personId)).toEqual([colleague, author.personId]);
    expect(await drafts.listCandidates(draft.id, 'sutris')).toMatchObject([{ personId: colleague }]);
    const teaching = new Actor(colleague, 'a', 's', author.agencyId, author.organisationPath, []);
    const query = { q: '', shelf: 'work' as const, mine: false, page: 1, size: 20 };
    expect((await drafts.list(teaching, query)).items.map((row) => row.id)).toEqual([draft.id]);
    expect((await drafts.list(stranger, query)).items.map((row) => row.id)).not.toContain(draft.id);
    expect((await drafts.list(author, { ...query, q: draft.code })).items).toMatchObject([{ id: draft.id, lessons: 2, jp: 2, status: 'draft' }]);
    expect((await drafts.list(author, { ...query, status: 'published' })).items).toEqual([]);
  });
});
