import type { Actor } from '../access/actor.js';
import { DomainBed } from '../testing/domain-bed.js';
import { CatalogueService } from './catalogue.service.js';
import { someAuthor, someDraft, somePublishedCourse } from './courses.factory.js';

describe('the catalogue', () => {
  let bed: DomainBed;
  let author: Actor;
  let catalogue: CatalogueService;

  beforeAll(async () => {
    bed = await DomainBed.open();
    author = await someAuthor(bed);
    catalogue = bed.get(CatalogueService);
    const lesson = (minutes: number) => [{ title: 'Modul', lessons: [{ kind: 'text' as const, title: 'Bacaan', minutes, body: { html: '<p>a</p>' } }] }];
    await somePublishedCourse(bed, author, { title: 'Kecerdasan Artifisial untuk ASN', category: 'Transformasi digital', level: 'advanced', modules: lesson(180) });
    bed.clock.advance({ minutes: 1 });
    await somePublishedCourse(bed, author, { title: 'Pelayanan Publik Digital', category: 'Pelayanan publik', summary: 'Dengan bantuan kecerdasan artifisial.', modules: lesson(30) });
    await someDraft(bed, author, { title: 'Kecerdasan yang Belum Terbit' });
  });

  afterAll(() => bed.close());

  // The database is shared with other tests; the author's agency is not.
  const find = async (query: Partial<Parameters<CatalogueService['list']>[0]>) =>
    (await catalogue.list({ q: '', order: 'newest', page: 1, size: 50, organiser: author.agencyId, ...query })).items.map((card) => card.title);

  it('shows published courses, newest first', async () => {
    expect(await find({})).toEqual(['Pelayanan Publik Digital', 'Kecerdasan Artifisial untuk ASN']);
    expect(await find({ order: 'title' })).toEqual(['Kecerdasan Artifisial untuk ASN', 'Pelayanan Publik Digital']);
    expect(await find({ order: 'shortest' })).toEqual(['Pelayanan Publik Digital', 'Kecerdasan Artifisial untuk ASN']);
  });

  it.each([
    ['kecerdasan', ['Kecerdasan Artifisial untuk ASN', 'Pelayanan Publik Digital']],
    ['KECERDASAN untuk', ['Kecerdasan Artifisial untuk ASN']],
    ['kecerdasn', ['Kecerdasan Artifisial untuk ASN', 'Pelayanan Publik Digital']],
    ['publik digital', ['Pelayanan Publik Digital']],
    ['arsip', []],
    ['%', []],
  ])('finds %s', async (q, expected) => {
    expect(await find({ q })).toEqual(expected);
  });

  it('narrows by category and level, and counts', async () => {
    expect(await find({ category: 'Pelayanan publik' })).toEqual(['Pelayanan Publik Digital']);
    expect(await find({ level: 'advanced' })).toEqual(['Kecerdasan Artifisial untuk ASN']);
    const { facets, total } = await catalogue.list({ q: '', order: 'newest', page: 2, size: 1, organiser: author.agencyId });
    expect(total).toBe(2);
    expect(facets.organisers.find((facet) => facet.value === author.agencyId)?.count).toBe(2);
  });

  it('knows a course by code, in any case, or id; a draft by neither', async () => {
    const course = await somePublishedCourse(bed, author);
    for (const name of [course.code, course.code.toLowerCase(), course.id]) expect(await catalogue.versionOf(name)).toBe(course.published?.versionId);
    const draft = await someDraft(bed, author);
    for (const name of [draft.code, draft.id, 'tidak-ada']) await expect(catalogue.versionOf(name)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
