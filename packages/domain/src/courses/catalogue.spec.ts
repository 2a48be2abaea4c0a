import { DomainBed } from '../testing/domain-bed.js';
import { CatalogueService } from './catalogue.service.js';
import { someAuthor, someDraft, somePublishedCourse } from './courses.factory.js';

describe('the page of a course', () => {
  let bed: DomainBed;
  let catalogue: CatalogueService;

  beforeAll(async () => {
    bed = await DomainBed.open();
    catalogue = bed.get(CatalogueService);
  });

  afterAll(() => bed.close());

  it('is known by code, in any case, or id; of a draft by neither', async () => {
    const author = await someAuthor(bed);
    const course = await somePublishedCourse(bed, author);
    for (const name of [course.code, course.code.toLowerCase(), course.id]) {
      expect(await catalogue.versionOf(null, name)).toEqual({ versionId: course.published?.versionId, agencyOnly: false });
    }
    const draft = await someDraft(bed, author);
    for (const name of [draft.code, draft.id, 'tidak-ada']) await expect(catalogue.versionOf(author, name)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of an agency’s own course is there for its people only, and of a withdrawn one for nobody', async () => {
    const author = await someAuthor(bed);
    const course = await somePublishedCourse(bed, author);
    await bed.db.query(`update course set visibility = 'agency' where id = $1`, [course.id]);
    expect(await catalogue.versionOf(author, course.code)).toMatchObject({ agencyOnly: true });
    for (const stranger of [null, await someAuthor(bed, 'agency_admin')]) await expect(catalogue.versionOf(stranger, course.code)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await bed.db.query(`update course set withdrawn_at = now() where id = $1`, [course.id]);
    await expect(catalogue.versionOf(author, course.code)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
