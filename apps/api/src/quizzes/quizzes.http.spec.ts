import { newId } from '@pamong/platform/ids/new-id';
import type { Place, SignedIn } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

const name = 'Nurhayati, S.Kep., Ns.';

describe('learning and quizzes over HTTP', () => {
  let bed: ApiBed;
  let place: Place;
  let author: SignedIn;

  beforeAll(async () => {
    bed = await ApiBed.open();
    place = await bed.place();
    author = await bed.signIn(place, 'instructor');
  });

  afterAll(() => bed.close());

  /** A published course: one reading, then a final quiz of one question whose first option is right. */
  async function publishedCourse() {
    const { courses } = author.client;
    const { id: courseId, revision, modules } = await courses.create({ body: { title: 'Keamanan Informasi' } });
    const moduleId = modules[0]?.id ?? '';
    const add = async (kind: 'text' | 'quiz', title: string, body: unknown) => {
      const { lessonId } = await courses.addLesson({ params: { courseId, moduleId }, body: { kind, title, minutes: 30 } });
      await courses.changeLesson({ params: { courseId, lessonId }, body: { revision: 1, body } });
      return lessonId;
    };
    const reading = await add('text', 'Bacaan', { html: '<p>Isi</p>' });
    const options = ['Melapor', 'Menjawab'].map((text, index) => ({ id: newId(), text, right: index === 0 }));
    const question = { id: newId(), kind: 'single', text: 'Tindakan pertama?', points: 1, options, explanation: 'Melapor melindungi rekan.' };
    const quiz = await add('quiz', 'Tes akhir', {
      introduction: '', rules: { final: true, timeLimitMinutes: null, shuffleQuestions: false, shuffleOptions: false }, questions: [question],
    });
    await courses.change({ params: { courseId }, body: { revision, summary: 'Menjaga data warga.', passMark: 70, requirements: ['all_lessons', 'final_score'] } });
    await courses.publish({ params: { courseId }, body: { number: 1 } });
    return { courseId, reading, quiz, question, options };
  }

  it('asks visitors to sign in on every learning route', async () => {
    const { courseId, quiz } = await publishedCourse();
    const visitor = bed.client();
    const params = { courseId, lessonId: quiz };
    for (const call of [
      () => visitor.enrolments.enrol({ params: { courseId }, body: { nameOnCertificate: name } }),
      () => visitor.learning.progress({ params: { courseId } }),
      () => visitor.learning.lesson({ params }),
      () => visitor.quizzes.start({ params }),
      () => visitor.evaluation.forms({ params: { courseId } }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    }
  });

  it('leads from enrolment over a locked quiz to a handed-in attempt, and shows the key nowhere on the way', async () => {
    const { courseId, reading, quiz, question, options } = await publishedCourse();
    const { client } = await bed.signIn(await bed.place());
    const [right, wrong] = options.map((option) => option.id);
    const params = { courseId, lessonId: quiz };
    await expect(client.learning.progress({ params: { courseId } })).rejects.toMatchObject({ code: 'NOT_ENROLLED' });
    await client.enrolments.enrol({ params: { courseId }, body: { nameOnCertificate: name } });
    await expect(client.quizzes.start({ params })).rejects.toMatchObject({ code: 'LESSON_LOCKED', problem: { params: { first: 'Bacaan' } } });
    await expect(client.learning.complete({ params })).rejects.toMatchObject({ code: 'LESSON_LOCKED' });
    const progress = await client.learning.complete({ params: { courseId, lessonId: reading } });
    expect(progress.lessons).toMatchObject([{ lessonId: reading, completedAt: expect.stringMatching(/Z$/) as string }]);
    await expect(client.learning.complete({ params })).rejects.toMatchObject({ code: 'LESSON_NOT_MARKABLE' });
    const seen: unknown[] = [
      await client.learning.course({ params: { courseId } }),
      await client.learning.lesson({ params }),
      await client.learning.requirements({ params: { courseId } }),
      await client.catalogue.get({ params: { course: courseId } }),
      await client.quizzes.status({ params }),
    ];
    const attempt = await client.quizzes.start({ params });
    const answerParams = { attemptId: attempt.id, questionId: question.id };
    seen.push(attempt, await client.quizzes.answer({ params: answerParams, body: { choice: [right ?? ''] } }));
    await expect(client.quizzes.answer({ params: answerParams, body: { choice: [newId()] } })).rejects.toMatchObject({ code: 'QUIZ_CHOICE_INVALID' });
    await client.quizzes.answer({ params: answerParams, body: { choice: [wrong ?? ''] } });
    seen.push(await client.quizzes.submit({ params: { attemptId: attempt.id } }), await client.quizzes.attempt({ params: { attemptId: attempt.id } }));
    expect(JSON.stringify(seen)).toContain('Tindakan pertama?');
    expect(JSON.stringify(seen)).not.toMatch(/"right"|Melapor melindungi/);
    await expect(client.quizzes.answer({ params: answerParams, body: { choice: [] } })).rejects.toMatchObject({ code: 'QUIZ_ATTEMPT_CLOSED' });
  });

  it('shows the author a draft quiz as learners see it: no key, no attempt, nobody else', async () => {
    const { courseId, quiz, question } = await publishedCourse();
    const before = await bed.db.query('select 1 from quiz_attempt where course_id = $1', [courseId]);
    const { questions } = await author.client.quizzes.preview({ params: { courseId, lessonId: quiz } });
    expect(questions).toMatchObject([{ id: question.id, text: question.text, options: question.options.map(({ id, text }) => ({ id, text })) }]);
    expect(JSON.stringify(questions)).not.toMatch(/"right"|Melapor melindungi/);
    expect(await bed.db.query('select 1 from quiz_attempt where course_id = $1', [courseId])).toEqual(before);
    await expect((await bed.signIn(place)).client.quizzes.preview({ params: { courseId, lessonId: quiz } })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect((await bed.signIn(await bed.place(), 'agency_admin')).client.quizzes.preview({ params: { courseId, lessonId: quiz } })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('says of a reading that it is no quiz', async () => {
    const { courseId, reading } = await publishedCourse();
    await expect(author.client.quizzes.preview({ params: { courseId, lessonId: reading } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('hides attempts from everybody else, the author included', async () => {
    const { courseId, reading, quiz, question } = await publishedCourse();
    const { client } = await bed.signIn(place);
    await client.enrolments.enrol({ params: { courseId }, body: { nameOnCertificate: name } });
    await client.learning.complete({ params: { courseId, lessonId: reading } });
    const { id: attemptId } = await client.quizzes.start({ params: { courseId, lessonId: quiz } });
    for (const other of [author, await bed.signIn(place), await bed.signIn(await bed.place(), 'agency_admin')]) {
      await expect(other.client.quizzes.attempt({ params: { attemptId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(other.client.quizzes.answer({ params: { attemptId, questionId: question.id }, body: { choice: [] } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(other.client.quizzes.submit({ params: { attemptId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('sends compiled content by its ETag and the overlay fresh', async () => {
    const { courseId } = await publishedCourse();
    const { cookie, client } = await bed.signIn(place);
    await client.enrolments.enrol({ params: { courseId }, body: { nameOnCertificate: name } });
    const url = `/api/learning/${courseId}/course`;
    const first = await bed.app.inject({ url, headers: { cookie, 'accept-encoding': 'br' } });
    const again = await bed.app.inject({ url, headers: { cookie, 'if-none-match': String(first.headers.etag) } });
    expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 304, '']);
    const overlay = await bed.app.inject({ url: `/api/learning/${courseId}/progress`, headers: { cookie } });
    expect(overlay.headers['cache-control']).toBe('no-store');
    expect(overlay.json()).toMatchObject({ completedAt: null, lessons: [] });
  });
});
