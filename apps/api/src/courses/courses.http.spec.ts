import { newId } from '@pamong/platform/ids/new-id';
import type { Place, SignedIn } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

describe('courses over HTTP', () => {
  let bed: ApiBed;
  let place: Place;
  let author: SignedIn;
  let learner: SignedIn;
  let foreign: SignedIn;

  beforeAll(async () => {
    bed = await ApiBed.open();
    place = await bed.place();
    author = await bed.signIn(place, 'instructor');
    learner = await bed.signIn(place);
    foreign = await bed.signIn(await bed.place(), 'agency_admin');
  });

  afterAll(() => bed.close());

  /** A course whose check list is clean, and the id of its only lesson. */
  async function readyCourse() {
    const { courses } = author.client;
    const draft = await courses.create({ body: { title: 'Keamanan Informasi' } });
    const params = { courseId: draft.id };
    const { lessonId } = await courses.addLesson({ params: { ...params, moduleId: draft.modules[0]?.id ?? '' }, body: { kind: 'text', title: 'Bacaan', minutes: 45 } });
    await courses.changeLesson({ params: { ...params, lessonId }, body: { revision: 1, body: { html: '<p onclick="x()">Isi</p>' } } });
    await courses.change({ params, body: { revision: draft.revision, summary: 'Menjaga data warga. '.repeat(40) } });
    return { params, lessonId, code: draft.code };
  }

  it('takes a course from its title to the catalogue', async () => {
    const { params, lessonId, code } = await readyCourse();
    const { courses } = author.client;
    const visitor = bed.client();
    await expect(visitor.catalogue.get({ params: { course: code } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await courses.check({ params })).items).toEqual([]);
    expect(await courses.previewLesson({ params: { ...params, lessonId } })).toEqual({ lessonId, kind: 'text', content: { html: '<p>Isi</p>' } });
    const published = await courses.publish({ params, body: { number: 1 } });
    expect(published).toMatchObject({ status: 'published', jp: 1, can: { publish: true } });
    const seen = await visitor.catalogue.get({ params: { course: code } });
    expect(seen).toMatchObject({ courseId: params.courseId, jp: 1, modules: [{ lessons: [{ id: lessonId }] }] });
    expect(seen.organiser).not.toHaveProperty('path');
  });

  it('says of a video lesson without a recording that there is nothing to preview yet', async () => {
    const { params } = await readyCourse();
    const { courses } = author.client;
    const { modules } = await courses.get({ params });
    const { lessonId } = await courses.addLesson({ params: { ...params, moduleId: modules[0]?.id ?? '' }, body: { kind: 'video', title: 'Rekaman', minutes: 10 } });
    await expect(courses.previewLesson({ params: { ...params, lessonId } })).rejects.toMatchObject({ code: 'LESSON_INCOMPLETE' });
  });

  it('answers a course page with an ETag, 304 when it is known, and compressed when that is worth it', async () => {
    const { params, code } = await readyCourse();
    await author.client.courses.publish({ params, body: { number: 1 } });
    const first = await bed.app.inject({ method: 'GET', url: `/api/catalogue/${code}`, headers: { 'accept-encoding': 'br' } });
    expect(first.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-encoding': 'br' });
    const again = await bed.app.inject({ method: 'GET', url: `/api/catalogue/${code}`, headers: { 'if-none-match': String(first.headers['etag']) } });
    expect(again.statusCode).toBe(304);
    expect(again.payload).toBe('');
  });

  it('refuses visitors with 401 and learners with 403', async () => {
    const { params, lessonId } = await readyCourse();
    for (const [client, code] of [[bed.client(), 'SIGN_IN_REQUIRED'], [learner.client, 'NOT_ALLOWED']] as const) {
      await expect(client.courses.list({ query: {} })).rejects.toMatchObject({ code });
      await expect(client.courses.create({ body: { title: 'A' } })).rejects.toMatchObject({ code });
      await expect(client.courses.get({ params })).rejects.toMatchObject({ code });
      await expect(client.courses.preview({ params })).rejects.toMatchObject({ code });
      await expect(client.courses.getLesson({ params: { ...params, lessonId } })).rejects.toMatchObject({ code });
      await expect(client.courses.publish({ params, body: { number: 1 } })).rejects.toMatchObject({ code });
    }
  });

  it('hides a draft of another agency, and an id that does not exist, alike', async () => {
    const { params, lessonId } = await readyCourse();
    const { courses } = foreign.client;
    const nothing = { courseId: newId() };
    for (const target of [params, nothing]) {
      await expect(courses.get({ params: target })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(courses.change({ params: target, body: { revision: 1, title: 'B' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(courses.changeLesson({ params: { ...target, lessonId }, body: { revision: 1, title: 'B' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(courses.publish({ params: target, body: { number: 1 } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect((await courses.list({ query: {} })).items).toEqual([]);
  });

  it('lets whoever teaches a course edit it, without a role', async () => {
    const { params } = await readyCourse();
    const { revision } = await author.client.courses.get({ params });
    await author.client.courses.change({ params, body: { revision, instructorIds: [author.personId, learner.personId] } });
    expect(await learner.client.courses.get({ params })).toMatchObject({ can: { edit: true, publish: true } });
    await author.client.courses.change({ params, body: { revision: revision + 1, instructorIds: [author.personId] } });
    await expect(learner.client.courses.get({ params })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('names every wrong field of a change', async () => {
    const { params } = await readyCourse();
    const wrong = author.client.courses.change({ params, body: { revision: 1, title: ' ', passMark: 101, watchThreshold: 0.2, code: 'a b' } });
    await expect(wrong).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    const faults = await wrong.catch((error: { problem: { faults: { path: string }[] } }) => error.problem.faults.map((fault) => fault.path));
    expect(faults).toEqual(['body.code', 'body.title', 'body.passMark', 'body.watchThreshold']);
  });

  it('answers 409 to the slower editor and for a code that is taken, 422 for a course that is not ready', async () => {
    const { params, lessonId, code } = await readyCourse();
    const { courses } = author.client;
    await expect(courses.change({ params, body: { revision: 1, title: 'B' } })).rejects.toMatchObject({ code: 'COURSE_CHANGED', problem: { status: 409 } });
    await expect(courses.changeLesson({ params: { ...params, lessonId }, body: { revision: 1, title: 'B' } })).rejects.toMatchObject({ code: 'LESSON_CHANGED', problem: { status: 409 } });
    await expect(courses.create({ body: { title: 'C', code: code.toLowerCase() } })).rejects.toMatchObject({ code: 'COURSE_CODE_TAKEN', problem: { status: 409 } });
    const empty = await courses.create({ body: { title: 'D' } });
    await expect(courses.publish({ params: { courseId: empty.id }, body: { number: 1 } })).rejects.toMatchObject({ code: 'COURSE_NOT_READY', problem: { status: 422, params: { count: 2 } } });
  });

  it('keeps pictures of readings for whoever is signed in, and refuses what is none', async () => {
    const { params } = await readyCourse();
    const { addPicture } = author.client.courses;
    // A GIF of one pixel.
    const { src, width } = await addPicture({ params, body: { data: 'R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=' } });
    expect(width).toBe(1);
    const seen = await bed.app.inject({ method: 'GET', url: src, headers: { cookie: learner.cookie } });
    expect(seen.headers).toMatchObject({ 'content-type': 'image/webp', 'cache-control': 'private, max-age=31536000, immutable' });
    const small = await bed.app.inject({ method: 'GET', url: `${src}?size=1.avif`, headers: { cookie: learner.cookie } });
    expect(small.headers).toMatchObject({ 'content-type': 'image/avif', 'cache-control': 'private, max-age=31536000, immutable' });
    expect((await bed.app.inject({ method: 'GET', url: `${src}?size=480.avif`, headers: { cookie: learner.cookie } })).statusCode).toBe(404);
    expect((await bed.app.inject({ method: 'GET', url: `${src}?size=../x`, headers: { cookie: learner.cookie } })).statusCode).toBe(400);
    expect((await bed.app.inject({ method: 'GET', url: src })).statusCode).toBe(401);
    expect((await bed.app.inject({ method: 'GET', url: `/api/pictures/${newId()}`, headers: { cookie: learner.cookie } })).statusCode).toBe(404);
    await expect(addPicture({ params, body: { data: Buffer.from('<svg/>').toString('base64') } })).rejects.toMatchObject({ code: 'PICTURE_UNREADABLE' });
    await expect(foreign.client.courses.addPicture({ params, body: { data: '' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
