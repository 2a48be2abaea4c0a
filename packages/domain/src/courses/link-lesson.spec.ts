import type { Actor } from '../access/actor.js';
import { DomainBed } from '../testing/domain-bed.js';
import { CourseOutlineService } from './course-outline.service.js';
import { someAuthor, someDraft } from './courses.factory.js';
import { CoursesService } from './courses.service.js';
import { PublishingService } from './publishing.service.js';

describe('a link as a lesson', () => {
  let bed: DomainBed;
  let author: Actor;

  beforeAll(async () => {
    bed = await DomainBed.open();
    author = await someAuthor(bed);
  });

  afterAll(() => bed.close());

  it('leads to an encrypted page, and to nothing else', async () => {
    const draft = await someDraft(bed, author, { modules: [{ title: 'A', lessons: [{ kind: 'link', title: 'Peraturan', minutes: 45 }] }] });
    const lessonId = draft.modules[0]?.lessons[0]?.id ?? '';
    const publishing = bed.get(PublishingService);
    expect((await publishing.check(draft.id)).filter((finding) => finding.blocking)).toMatchObject([{ code: 'LINK_MISSING', lessonId }]);
    await expect(publishing.previewLesson(draft.id, lessonId)).rejects.toMatchObject({ code: 'LESSON_INCOMPLETE' });
    const outline = bed.get(CourseOutlineService);
    for (const url of ['javascript:alert(1)', 'http://jdih.example', 'data:text/html,x', '//jdih.example', 'https://']) {
      await expect(outline.changeLesson(author, draft.id, lessonId, 1, { body: { url, note: '' } })).rejects.toMatchObject({ code: 'LESSON_BODY_INVALID' });
    }
    await outline.changeLesson(author, draft.id, lessonId, 1, { body: { url: 'https://jdih.example/uu/27', note: 'Baca pasal 4.' } });
    const published = await publishing.publish(author, draft.id, 1);
    const { content } = await bed.get(CoursesService).lessonContent(bed.db, published.published?.versionId ?? '', lessonId);
    expect(content).toEqual({ url: 'https://jdih.example/uu/27', note: 'Baca pasal 4.' });
  });
});
