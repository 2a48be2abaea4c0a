import { SearchIndexService } from '@pamong/domain/search/search-index.service';
import type { Place, SignedIn } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

describe('search over HTTP', () => {
  let bed: ApiBed;
  let place: Place;
  let author: SignedIn;
  let course: { id: string; code: string };
  let lessonId: string;

  beforeAll(async () => {
    bed = await ApiBed.open();
    place = await bed.place();
    author = await bed.signIn(place, 'instructor');
    const { courses } = author.client;
    const draft = await courses.create({ body: { title: 'Merawat Jembatan Gantung' } });
    const params = { courseId: draft.id };
    ({ lessonId } = await courses.addLesson({ params: { ...params, moduleId: draft.modules[0]?.id ?? '' }, body: { kind: 'text', title: 'Tali baja', minutes: 45 } }));
    await courses.changeLesson({ params: { ...params, lessonId }, body: { revision: 1, body: { html: '<p>Periksa klem setiap musim hujan.</p>' } } });
    course = await courses.change({ params, body: { revision: draft.revision, summary: 'Agar warga menyeberang dengan selamat.' } });
    await courses.publish({ params, body: { number: 1 } });
    await bed.get(SearchIndexService).indexCourse(draft.id);
  });

  afterAll(() => bed.close());

  it('finds a course by a sentence of a lesson, with a typo, as a visitor', async () => {
    const { search } = bed.client();
    const found = await search.courses({ query: { q: 'klem musim hujan' } });
    expect(found.items[0]).toMatchObject({ courseId: course.id, enrolled: false, hits: [{ lessonId, second: null }] });
    expect(await search.courses({ query: { q: 'jembtan gantng', organiser: place.unitId } })).toMatchObject({ corrected: 'jembatan gantung' });
    expect((await search.suggest({ query: { q: 'merawat jem' } })).courses).toContainEqual(expect.objectContaining({ code: course.code }));
  });

  it('takes one choice or several, and refuses what is none', async () => {
    const { search } = bed.client();
    expect((await search.courses({ query: { level: ['basic', 'advanced'], jp: '1-3', q: 'jembatan' } })).items.map((card) => card.courseId)).toContain(course.id);
    for (const query of ['level=hard', 'organiser=x', 'order=best', 'size=61', 'jp=8', `topic=${'x'.repeat(81)}`, Array(21).fill('topic=a').join('&')]) {
      expect((await bed.app.inject({ method: 'GET', url: `/api/catalogue?${query}` })).statusCode).toBe(400);
    }
    for (const query of ['q=%00', 'topic=a%00b', 'q=%22%00']) expect((await bed.app.inject({ method: 'GET', url: `/api/catalogue?${query}` })).statusCode).toBeLessThan(500);
  });

  it('keeps an agency’s own course from everybody else, its page too', async () => {
    await author.client.courses.change({ params: { courseId: course.id }, body: { revision: 2, visibility: 'agency' } });
    const foreign = await bed.signIn(await bed.place(), 'agency_admin');
    const colleague = await bed.signIn(place);
    for (const client of [bed.client(), foreign.client]) {
      expect((await client.search.courses({ query: { q: 'jembatan gantung' } })).items.map((card) => card.courseId)).not.toContain(course.id);
      await expect(client.catalogue.get({ params: { course: course.code } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await colleague.client.search.courses({ query: { q: 'jembatan gantung' } })).toMatchObject({ items: [{ courseId: course.id, agencyOnly: true }] });
    expect(await colleague.client.catalogue.get({ params: { course: course.code } })).toMatchObject({ courseId: course.id });
  });

  it('asks the database for a page five times, however long the page', async () => {
    const statements: string[] = [];
    const query = bed.db.query.bind(bed.db);
    const spy = jest.spyOn(bed.db, 'query').mockImplementation((sql, params) => {
      statements.push(sql);
      return query(sql, params);
    });
    await bed.client().search.courses({ query: { q: 'warga', size: 60 } });
    spy.mockRestore();
    expect(statements.length).toBeLessThanOrEqual(5);
  });
});
