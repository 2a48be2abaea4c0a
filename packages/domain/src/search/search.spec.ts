import { search } from '@pamong/contract/search';
import { Actor } from '../access/actor.js';
import { someAuthor } from '../courses/courses.factory.js';
import { PublishingService } from '../courses/publishing.service.js';
import { EnrolmentsService } from '../enrolments/enrolments.service.js';
import { PeopleService } from '../people/people.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someFoundCourse } from './search.factory.js';
import { SearchIndexService } from './search-index.service.js';
import { SearchService } from './search.service.js';

let bed: DomainBed;
let author: Actor;
beforeAll(async () => {
  bed = await DomainBed.open();
  author = await someAuthor(bed);
});
afterAll(() => bed.close());

/** The database is shared with other tests; the author's agency is not. */
const ask = (query: object, actor: Actor | null = null, organiser: string | null = author.agencyId) =>
  bed.get(SearchService).courses(actor, search.courses.query.parse({ ...(organiser === null ? {} : { organiser }), size: 50, ...query }));
const titles = async (...given: Parameters<typeof ask>) => (await ask(...given)).items.map((card) => card.title);
const text = (title: string, html: string, minutes = 45) => ({ kind: 'text' as const, title, minutes, body: { html } });
const marked = (parts: readonly { text: string; hit: boolean }[]) => parts.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('');

describe('the words of a search', () => {
  let lessonId: string;
  beforeAll(async () => {
    const made = await someFoundCourse(bed, author, {
      title: 'Pelayanan Prima di Loket', code: `LKT-${author.agencyId.slice(-6)}`, category: 'Pelayanan publik', summary: 'Menyapa warga dengan ramah.', level: 'basic',
      modules: [{
        title: 'Di loket',
        lessons: [
          text('Menyambut warga', '<h2>Pembuka</h2><p>Warga yang datang ke loket ingin didengarkan.</p><p>Petugas &amp; atasan menuliskan keluhan dalam buku, lalu <strong>menindaklanjuti sebelum</strong> tiga hari kerja. Résumé keluhan dikirim.</p>'),
          text('Menutup layanan', '<p>Ucapkan terima kasih.</p>'),
        ],
      }],
    });
    lessonId = made.modules[0]?.lessons[0]?.id ?? '';
    bed.clock.advance({ minutes: 1 });
    await someFoundCourse(bed, author, {
      title: 'Kecerdasan Artifisial untuk ASN', category: 'Transformasi digital', summary: 'Menulis perintah yang jelas.', level: 'advanced',
      modules: [{ title: 'Dasar', lessons: [text('Cara mesin menebak kata', '<p>Model bahasa menebak kata berikutnya.</p>', 200)] }],
    });
  });

  it.each([
    ['melayani', ['Pelayanan Prima di Loket']],
    // PostgreSQL's stemmer takes these for other words than "menuliskan".
    ['tulisan keluhan', ['Pelayanan Prima di Loket']],
    ['ditulis', ['Kecerdasan Artifisial untuk ASN', 'Pelayanan Prima di Loket']],
    ['PELAYANAN loket', ['Pelayanan Prima di Loket']],
    ['kecerdasan', ['Kecerdasan Artifisial untuk ASN']],
    ['resume', ['Pelayanan Prima di Loket']],
    ['résumé', ['Pelayanan Prima di Loket']],
    ['menuliskan keluhan dalam buku', ['Pelayanan Prima di Loket']],
    ['"menuliskan keluhan"', ['Pelayanan Prima di Loket']],
    ['"keluhan menuliskan"', []],
    ['"buku lalu menindaklanjuti"', ['Pelayanan Prima di Loket']],
    ['"sebelum tiga"', ['Pelayanan Prima di Loket']],
    ['menebak -loket', ['Kecerdasan Artifisial untuk ASN']],
    ['loket -keluhan', []],
    ['arsip', []],
  ])('%s', async (q, expected) => {
    expect(await titles({ q })).toEqual(expected);
  });

  it('without any show all, newest first, or in the order that is asked for', async () => {
    expect(await titles({})).toEqual(['Kecerdasan Artifisial untuk ASN', 'Pelayanan Prima di Loket']);
    expect(await titles({ order: 'shortest' })).toEqual(['Pelayanan Prima di Loket', 'Kecerdasan Artifisial untuk ASN']);
    expect(await titles({ order: 'jp' })).toEqual(['Kecerdasan Artifisial untuk ASN', 'Pelayanan Prima di Loket']);
    expect(await titles({ order: 'title' })).toEqual(['Kecerdasan Artifisial untuk ASN', 'Pelayanan Prima di Loket']);
  });

  it('lead to the lesson, with what was found marked as it is written', async () => {
    const { items, corrected } = await ask({ q: 'ditindaklanjuti keluhan' });
    expect(corrected).toBeNull();
    expect(items[0]?.hits).toMatchObject([{ lessonId, kind: 'text', second: null }]);
    expect(marked(items[0]?.hits[0]?.passage ?? [])).toContain('Petugas & atasan menuliskan [keluhan] dalam buku, lalu [menindaklanjuti] sebelum tiga hari kerja. Résumé [keluhan] dikirim.');
  });

  it('forgive slips of the pen and say so, unless told not to', async () => {
    const found = await ask({ q: 'kecerdsan artifisal' });
    expect(found).toMatchObject({ corrected: 'kecerdasan artifisial', items: [{ title: 'Kecerdasan Artifisial untuk ASN' }] });
    expect(marked(found.items[0]?.heading ?? [])).toBe('[Kecerdasan] [Artifisial] untuk ASN');
    expect(await ask({ q: 'kecerdsan artifisal', exact: 'true' })).toMatchObject({ corrected: null, total: 0, instead: { words: expect.arrayContaining(['kecerdasan']) } });
    expect(await titles({ q: 'lokte' })).toEqual(['Pelayanan Prima di Loket']);
  });

  it('that are not finished find what they begin', async () => {
    expect(await titles({ q: 'kecerd' })).toEqual(['Kecerdasan Artifisial untuk ASN']);
    expect(await bed.get(SearchService).suggest(author, 'kecerdasan arti')).toMatchObject({ courses: expect.arrayContaining([expect.objectContaining({ jp: 4, minutes: 200 })]) });
  });

  it('that no text has all of find those with some', async () => {
    expect(await ask({ q: 'keluhan artifisial' })).toMatchObject({ loose: true, total: 2 });
  });

  it.each([`'`, `')`, 'a & | ! <-> :*', `loket' & !!! ((`, '\\', '"', '-', '""', ':*', '<2>', '-"', '%', '_', '🙂', '²', "o'ʼ”“", 'x'.repeat(200), '"a '.repeat(60)])('%j are words, not code', async (q) => {
    await expect(ask({ q })).resolves.toMatchObject({ page: 1 });
    await expect(bed.get(SearchService).suggest(null, q)).resolves.toBeDefined();
  });

  it('make no markup: a reading about HTML comes as text', async () => {
    await someFoundCourse(bed, author, { title: 'Tag <b> & <script>', modules: [{ title: 'M', lessons: [text('Menulis <em>', '<p>Tulis &lt;script&gt;alert(1)&lt;/script&gt; xylofon di sini.</p>')] }] });
    const [card] = (await ask({ q: 'xylofon' })).items;
    expect(marked(card?.hits[0]?.passage ?? [])).toBe('Tulis <script>alert(1)</script> [xylofon] di sini.');
    expect(card?.heading).toEqual([{ text: 'Tag <b> & <script>', hit: false }]);
  });
});

describe('who may find what', () => {
  it('an agency’s own course is found by its people only, in no count, guess or suggestion of others', async () => {
    const own = await someAuthor(bed);
    const foreign = await someAuthor(bed, 'agency_admin');
    const course = await someFoundCourse(bed, own, {
      title: 'Zebrafikasi Anggaran', category: `Rahasia ${own.agencyId}`, modules: [{ title: 'M', lessons: [text('Quokkanomi', '<p>Angka wombatologis belum diumumkan.</p>')] }],
    });
    await bed.db.query(`update course set visibility = 'agency' where id = $1`, [course.id]);
    // The search knows at once what may be seen; words leave the vocabulary with the next index.
    for (const stranger of [null, foreign]) expect(await titles({ q: 'zebrafikasi' }, stranger, null)).toEqual([]);
    await bed.get(SearchIndexService).indexCourse(course.id);

    expect(await ask({ q: 'wombatologis' }, own, null)).toMatchObject({ total: 1, items: [{ courseId: course.id, agencyOnly: true, hits: [{ title: [{ text: 'Quokkanomi', hit: false }] }] }] });
    expect(await ask({ q: 'wombatologi' }, own, null)).toMatchObject({ total: 1 });
    for (const stranger of [null, foreign]) {
      for (const q of ['zebrafikasi', 'zebrafiksi', 'zebraf', 'wombatologis', 'quokkanomi', '"angka wombatologis"', course.code]) {
        const found = await ask({ q }, stranger, null);
        expect(JSON.stringify(found)).not.toMatch(/zebrafikasi|wombatologis|quokkanomi|Rahasia/i);
        expect(found.items.map((card) => card.courseId)).not.toContain(course.id);
        expect(JSON.stringify(await bed.get(SearchService).suggest(stranger, q))).not.toMatch(/zebrafikasi|wombatologis|quokkanomi|Rahasia/i);
      }
      expect((await ask({}, stranger, own.agencyId)).facets.topic).toEqual([]);
      expect(await titles({ topic: `Rahasia ${own.agencyId}` }, stranger, null)).toEqual([]);
    }
    expect((await ask({}, own, own.agencyId)).facets.topic).toMatchObject([{ count: 1 }]);
  });

  it('names no course as a prerequisite that one may not know', async () => {
    const own = await someAuthor(bed);
    const first = await someFoundCourse(bed, own, { title: 'Pengantar Internal' });
    const second = await someFoundCourse(bed, own, { title: 'Lanjutan' });
    await bed.db.query(`update search_course set card = card || jsonb_build_object('prerequisiteIds', jsonb_build_array($2::text)) where course_id = $1`, [second.id, first.id]);
    expect(await ask({ q: 'lanjutan' }, null, own.agencyId)).toMatchObject({ items: [{ prerequisites: [{ title: 'Pengantar Internal' }] }] });
    await bed.db.query(`update course set visibility = 'agency' where id = $1`, [first.id]);
    expect(await ask({ q: 'lanjutan' }, null, own.agencyId)).toMatchObject({ items: [{ prerequisites: [] }] });
  });

  it('a course that is withdrawn or removed is gone at once, and its words with the next index', async () => {
    const own = await someAuthor(bed);
    const course = await someFoundCourse(bed, own, { title: 'Kaleidoskopika Daerah' });
    await bed.db.query('update course set withdrawn_at = now() where id = $1', [course.id]);
    expect(await titles({ q: 'kaleidoskopika' }, own, null)).toEqual([]);
    await bed.get(SearchIndexService).indexCourse(course.id);
    expect(await ask({ q: 'kaleidoskopik' }, own, null)).toMatchObject({ corrected: null, instead: { words: [] } });
  });
});

describe('facets', () => {
  let own: Actor;
  beforeAll(async () => {
    own = await someAuthor(bed);
    const of = (title: string, category: string, level: 'basic' | 'advanced', minutes: number, code: string) =>
      someFoundCourse(bed, own, { title, category, level, competences: [{ code, name: `Kompetensi ${code}`, level: 1 }], modules: [{ title: 'M', lessons: [text('L', '<p>isi</p>', minutes)] }] });
    await of('Satu', 'Arsip', 'basic', 30, 'K1');
    await of('Dua', 'Arsip', 'advanced', 60, 'K1');
    await of('Tiga', 'Etika', 'basic', 400, 'K2');
  });
  const facet = async (name: 'topic' | 'level' | 'jp' | 'duration' | 'competence', query: object) =>
    Object.fromEntries((await ask(query, null, own.agencyId)).facets[name].map(({ value, count }) => [value, count]));

  it('count what each choice would show, given the choices of the others', async () => {
    expect(await facet('topic', {})).toEqual({ Arsip: 2, Etika: 1 });
    expect(await facet('topic', { topic: ['Arsip'] })).toEqual({ Arsip: 2, Etika: 1 });
    expect(await facet('level', { topic: ['Arsip'] })).toEqual({ basic: 1, advanced: 1 });
    expect(await facet('topic', { level: 'basic' })).toEqual({ Arsip: 1, Etika: 1 });
    expect(await facet('jp', {})).toEqual({ 0: 1, '1-3': 1, 7: 1 });
    expect(await facet('duration', {})).toEqual({ 60: 1, 180: 1, 480: 1 });
    expect(await facet('competence', { jp: ['0', '1-3'] })).toEqual({ K1: 2 });
  });

  it('take several choices each', async () => {
    expect((await titles({ topic: ['Arsip', 'Etika'], level: 'basic', order: 'title' }, null, own.agencyId))).toEqual(['Satu', 'Tiga']);
    expect(await titles({ competence: ['K2'] }, null, own.agencyId)).toEqual(['Tiga']);
    expect(await titles({ jp: ['0', '7'], order: 'title' }, null, own.agencyId)).toEqual(['Satu', 'Tiga']);
  });

  it('say what a choice costs when nothing is left', async () => {
    const found = await ask({ topic: 'Etika', level: 'advanced' }, null, own.agencyId);
    expect(found.total).toBe(0);
    expect(found.instead.without).toEqual(expect.arrayContaining([{ facet: 'topic', count: 1 }, { facet: 'level', count: 1 }]));
  });
});

describe('the index', () => {
  it('follows a new version, any number of times', async () => {
    const own = await someAuthor(bed);
    const course = await someFoundCourse(bed, own, { title: 'Perdana Narwhalika' });
    const words = () => bed.db.query<{ word: string; courses: number }>(`select word, courses from search_word where word in ('narwhalika', 'okapisasi') order by word`);
    expect(await words()).toEqual([{ word: 'narwhalika', courses: 1 }]);
    await bed.db.query(`update course set title = 'Kedua Okapisasi' where id = $1`, [course.id]);
    await bed.get(PublishingService).publish(own, course.id, 2);
    await Promise.all([1, 2, 3].map(() => bed.get(SearchIndexService).indexCourse(course.id)));
    expect(await words()).toEqual([{ word: 'okapisasi', courses: 1 }]);
    expect(await titles({ q: 'narwhalika', exact: 'true' }, null, null)).toEqual([]);
    expect(await titles({ q: 'okapisasi' }, null, null)).toEqual(['Kedua Okapisasi']);
    const [documents] = await bed.db.query<{ count: number }>('select count(*)::int as count from search_document where course_id = $1', [course.id]);
    expect(documents?.count).toBe(3);
  });

  it('counts who takes a course once, and shows seats and who takes it already', async () => {
    const own = await someAuthor(bed);
    const course = await someFoundCourse(bed, own, { title: 'Berkursi' });
    await bed.db.query('update course set seats = 2 where id = $1', [course.id]);
    const { name } = await bed.get(PeopleService).get(bed.db, own.personId);
    await bed.get(EnrolmentsService).enrol(own.personId, course.id, name);
    expect(await ask({ q: 'berkursi' }, own, own.agencyId)).toMatchObject({ items: [{ seatsLeft: 1, enrolled: true }] });
    expect(await ask({ q: 'berkursi' }, null, own.agencyId)).toMatchObject({ items: [{ seatsLeft: 1, enrolled: false }] });
    // Ids carry the real time, whatever the test's clock says.
    bed.clock.set(new Date(Date.now() + 3_600_000));
    for (let time = 0; time < 2; time += 1) await bed.get(SearchIndexService).countTaken();
    const [counted] = await bed.db.query<{ taken: number }>('select taken from search_course where course_id = $1', [course.id]);
    expect(counted?.taken).toBe(1);
  });
});
