import type { Actor } from '../access/actor.js';
import { DomainBed } from '../testing/domain-bed.js';
import { CourseDraftsService } from './course-drafts.service.js';
import { CourseLifecycleService } from './course-lifecycle.service.js';
import { CourseOutlineService } from './course-outline.service.js';
import { CoursePicturesService } from './course-pictures.service.js';
import { CourseReuseService } from './course-reuse.service.js';
import { someAuthor, someDraft, somePublishedCourse } from './courses.factory.js';
import { PublishingService } from './publishing.service.js';
import { RecycleBinService } from './recycle-bin.service.js';

describe('beginning from what is there', () => {
  let bed: DomainBed;
  let author: Actor;
  let reuse: CourseReuseService;

  beforeAll(async () => {
    bed = await DomainBed.open();
    author = await someAuthor(bed);
    reuse = bed.get(CourseReuseService);
  });

  afterAll(() => bed.close());

  it('copies everything but code and versions, and lets copied lessons wait for each other', async () => {
    const source = await somePublishedCourse(bed, author, { passMark: 70, contact: 'bkd@muara.example' });
    const [first = '', second = ''] = source.modules[0]?.lessons.map((lesson) => lesson.id) ?? [];
    await bed.get(CourseOutlineService).changeLesson(author, source.id, first, 1, { requires: [second], completion: { rule: 'scroll' } });
    const copy = await reuse.duplicate(author, source.id, { title: 'Salinan', asTemplate: false });
    expect(copy).toMatchObject({ title: 'Salinan', status: 'draft', published: null, passMark: 70, contact: 'bkd@muara.example', minutes: source.minutes });
    expect(copy.code).not.toBe(source.code);
    const [one, two] = copy.modules[0]?.lessons ?? [];
    expect(one).toMatchObject({ requires: [two?.id], completion: { rule: 'scroll' } });
    expect([first, second]).not.toContain(one?.id);
    await bed.get(CourseOutlineService).changeLesson(author, copy.id, two?.id ?? '', 1, { title: 'Lain' });
    expect((await bed.get(CourseDraftsService).get(author, source.id)).modules[0]?.lessons[1]?.title).toBe('Tiga kebiasaan');
  });

  it('starts from a template of the own agency only, and never publishes one', async () => {
    const source = await someDraft(bed, author);
    const template = await reuse.duplicate(author, source.id, { title: 'Kerangka', asTemplate: true });
    expect((await reuse.listTemplates(author)).map((one) => one.id)).toContain(template.id);
    await expect(bed.get(PublishingService).publish(author, template.id, 1)).rejects.toMatchObject({ code: 'COURSE_IS_TEMPLATE' });
    expect(await reuse.startFrom(author, template.id, { title: 'Baru' })).toMatchObject({ title: 'Baru', isTemplate: false, modules: [{ lessons: [{}, {}] }] });
    const stranger = await someAuthor(bed);
    expect(await reuse.listTemplates(stranger)).toEqual([]);
    await expect(reuse.startFrom(stranger, template.id, { title: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(reuse.startFrom(author, source.id, { title: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('shares cover and pictures with its source, also after the source has left the recycle bin', async () => {
    const source = await someDraft(bed, author);
    const pictures = bed.get(CoursePicturesService);
    const bytes = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const [cover, drawing] = [await pictures.add(author, source.id, bytes), await pictures.add(author, source.id, bytes)];
    const lesson = source.modules[0]?.lessons[0];
    const body = { html: `<p>Lihat:</p><figure><img src="${drawing.src}" alt="Titik"></figure>` };
    await bed.get(CourseOutlineService).changeLesson(author, source.id, lesson?.id ?? '', lesson?.revision ?? 1, { body });
    await bed.get(CourseDraftsService).change(author, source.id, source.revision, { coverPictureId: cover.id });
    const copy = await reuse.duplicate(author, source.id, { title: 'Bersampul', asTemplate: false });
    expect(copy.cover).toMatchObject({ src: cover.src });
    await bed.get(CourseLifecycleService).remove(author, source.id);
    bed.clock.advance({ days: 31 });
    await bed.get(RecycleBinService).empty();
    expect(await bed.db.query('select 1 from course where id = $1', [source.id])).toEqual([]);
    expect(await pictures.open(cover.id)).toMatchObject({ contentType: 'image/webp' });
    expect(await pictures.open(drawing.id)).toMatchObject({ contentType: 'image/webp' });
  });

  it('takes a module along into another course of the caller', async () => {
    const [source, target] = [await someDraft(bed, author), await someDraft(bed, author)];
    const module = source.modules[0]?.id ?? '';
    expect((await reuse.copyModule(author, source.id, module, target.id)).modules.map((one) => one.lessons.length)).toEqual([2, 2]);
    const lessons = source.modules[0]?.lessons ?? [];
    const later = await bed.get(CourseOutlineService).addModule(author, source.id, 'Lanjutan');
    const { lessonId } = await bed.get(CourseOutlineService).addLesson(author, source.id, later.modules[1]?.id ?? '', { kind: 'text', title: 'Sesudah itu', minutes: 5 });
    await bed.get(CourseOutlineService).changeLesson(author, source.id, lessonId, 1, { requires: [lessons[0]?.id ?? ''] });
    // What it waits for does not come along, so the usual order holds it, not nothing.
    expect((await reuse.copyModule(author, source.id, later.modules[1]?.id ?? '', target.id)).modules.at(-1)?.lessons).toMatchObject([{ title: 'Sesudah itu', requires: null }]);
    const foreign = await someDraft(bed, await someAuthor(bed));
    await expect(reuse.copyModule(author, source.id, module, foreign.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
