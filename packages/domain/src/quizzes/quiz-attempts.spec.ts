import { DomainBed } from '../testing/domain-bed.js';
import { QuizAttemptsService } from './quiz-attempts.service.js';
import { QuizGradingService } from './quiz-grading.service.js';
import type { QuizSetting } from './quizzes.factory.js';
import { rightOptions, someQuestion, someQuiz, someQuizSetting } from './quizzes.factory.js';
import { shuffled } from './shuffle.rules.js';

describe('attempts at a quiz', () => {
  let bed: DomainBed;
  let attempts: QuizAttemptsService;

  beforeAll(async () => {
    bed = await DomainBed.open();
    attempts = bed.get(QuizAttemptsService);
  });

  afterAll(() => bed.close());

  const start = ({ personId, courseId, lessonId }: QuizSetting) => attempts.start(personId, courseId, lessonId);

  /** Answers the first `right` questions of the paper rightly and the rest wrongly, submits and grades. */
  async function take(setting: QuizSetting, right: number) {
    const attempt = await start(setting);
    for (const [index, question] of setting.quiz.questions.entries()) {
      const wrong = question.options.filter((option) => !option.right).map((option) => option.id);
      await attempts.answer(setting.personId, attempt.id, question.id, index < right ? rightOptions(question) : wrong.slice(0, 1));
    }
    await attempts.submit(setting.personId, attempt.id);
    await bed.get(QuizGradingService).grade(attempt.id);
    return attempts.get(setting.personId, attempt.id);
  }

  it('gives the learner no key before the rules open it, in no answer of the server', async () => {
    const setting = await someQuizSetting(bed);
    const seen = JSON.stringify([
      await attempts.status(setting.personId, setting.courseId, setting.lessonId),
      await start(setting),
      await take(setting, 0),
      await attempts.status(setting.personId, setting.courseId, setting.lessonId),
    ]);
    expect(seen).toContain('Apa yang benar?');
    expect(seen).not.toMatch(/"right"|Karena memang begitu/);
  });

  it('opens the key after a pass, with the points of each question', async () => {
    const setting = await someQuizSetting(bed);
    const result = await take(setting, 3);
    expect(result).toMatchObject({ state: 'graded', score: 75, passed: true });
    expect(result.review?.map((one) => one.earned)).toEqual([1, 1, 1, 0]);
    expect(result.review?.[0]).toMatchObject({ right: rightOptions(setting.quiz.questions[0] ?? someQuestion()), explanation: 'Karena memang begitu.' });
  });

  it('opens the key after the last attempt, and asks for a pause before it', async () => {
    const setting = await someQuizSetting(bed, someQuiz(), { maxAttempts: 2 });
    expect((await take(setting, 1)).review).toBeNull();
    await expect(start(setting)).rejects.toMatchObject({ code: 'QUIZ_PAUSE', params: { minutes: 30 } });
    bed.clock.advance({ minutes: 30 });
    expect((await take(setting, 1)).review).toHaveLength(4);
    bed.clock.advance({ minutes: 30 });
    await expect(start(setting)).rejects.toMatchObject({ code: 'QUIZ_ATTEMPTS_USED' });
  });

  it('starts one attempt for a double click and for a second tab', async () => {
    const setting = await someQuizSetting(bed);
    const started = await Promise.all([start(setting), start(setting), start(setting)]);
    expect(new Set(started.map((attempt) => attempt.id)).size).toBe(1);
    expect((await start(setting)).id).toBe(started[0]?.id);
  });

  it('keeps the order of questions and options of an attempt, and shuffles each learner anew', async () => {
    const quiz = someQuiz({ questions: Array.from({ length: 8 }, () => someQuestion()) });
    const setting = await someQuizSetting(bed, quiz);
    const order = ({ questions }: { questions: readonly { id: string }[] }) => questions.map((question) => question.id);
    const first = await start(setting);
    expect(order(await attempts.get(setting.personId, first.id))).toEqual(order(first));
    expect(order(first).toSorted()).toEqual(quiz.questions.map((question) => question.id).toSorted());
    expect(order(first)).not.toEqual(quiz.questions.map((question) => question.id));
    // Nothing that a learner holds is the seed: the author's order, the right option first perhaps, cannot be found again.
    expect(order(first)).not.toEqual(shuffled(quiz.questions.map((question) => question.id), `${first.id} questions`));
  });

  it('stores every answer at once, the last one counts, and a reload finds it', async () => {
    const setting = await someQuizSetting(bed);
    const [question = someQuestion()] = setting.quiz.questions;
    const { id } = await start(setting);
    await attempts.answer(setting.personId, id, question.id, [question.options[1]?.id ?? '']);
    const saved = await attempts.answer(setting.personId, id, question.id, [question.options[0]?.id ?? '']);
    expect(saved.savedAt).toBe(bed.clock.now().toISOString());
    expect((await attempts.get(setting.personId, id)).answers).toEqual([saved]);
  });

  it('refuses what is not on the paper, and other people altogether', async () => {
    const setting = await someQuizSetting(bed);
    const stranger = await someQuizSetting(bed);
    const [question = someQuestion()] = setting.quiz.questions;
    const { id } = await start(setting);
    const foreignOption = stranger.quiz.questions[0]?.options[0]?.id ?? '';
    await expect(attempts.answer(setting.personId, id, question.id, [foreignOption])).rejects.toMatchObject({ code: 'QUIZ_CHOICE_INVALID' });
    await expect(attempts.answer(setting.personId, id, foreignOption, [])).rejects.toMatchObject({ code: 'QUIZ_CHOICE_INVALID' });
    for (const call of [
      () => attempts.get(stranger.personId, id),
      () => attempts.answer(stranger.personId, id, question.id, rightOptions(question)),
      () => attempts.submit(stranger.personId, id),
    ]) {
      // Begun one by one: a promise that fails while another is awaited counts as unhandled.
      await expect(call()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('takes a submission once, and no answer after it', async () => {
    const setting = await someQuizSetting(bed);
    const [question = someQuestion()] = setting.quiz.questions;
    const { id } = await start(setting);
    const submit = () => attempts.submit(setting.personId, id);
    const [one, two] = await Promise.all([submit(), submit()]);
    expect([one.state, two.state]).toEqual(['grading', 'grading']);
    expect(await bed.outbox('quizzes.grade-attempt', id)).toHaveLength(1);
    await expect(attempts.answer(setting.personId, id, question.id, rightOptions(question))).rejects.toMatchObject({ code: 'QUIZ_ATTEMPT_CLOSED' });
  });

  it('hands in what is there when the time is over, counts an answer that was on its way, and none after that', async () => {
    const setting = await someQuizSetting(bed, someQuiz({ rules: { timeLimitMinutes: 20 } }));
    const [first = someQuestion(), second = someQuestion(), third = someQuestion()] = setting.quiz.questions;
    const { id, deadlineAt } = await start(setting);
    await attempts.answer(setting.personId, id, first.id, rightOptions(first));
    expect(await attempts.closeAtDeadline(id)).toBe(false);
    bed.clock.set(deadlineAt ?? '');
    bed.clock.advance({ seconds: 10 });
    await attempts.answer(setting.personId, id, second.id, rightOptions(second));
    bed.clock.advance({ seconds: 5 });
    await expect(attempts.answer(setting.personId, id, third.id, rightOptions(third))).rejects.toMatchObject({ code: 'QUIZ_ATTEMPT_CLOSED' });
    expect([await attempts.closeAtDeadline(id), await attempts.closeAtDeadline(id)]).toEqual([true, false]);
    await bed.get(QuizGradingService).grade(id);
    expect(await attempts.get(setting.personId, id)).toMatchObject({ score: 50, submittedByDeadline: true, submittedAt: deadlineAt });
  });

  it('saves an answer in one statement', async () => {
    const setting = await someQuizSetting(bed);
    const [question = someQuestion()] = setting.quiz.questions;
    const { id } = await start(setting);
    const query = jest.spyOn(bed.db, 'query');
    await attempts.answer(setting.personId, id, question.id, rightOptions(question));
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
  });

  it('saves answers that many give at once in one statement, each for itself', async () => {
    const setting = await someQuizSetting(bed);
    const other = await someQuizSetting(bed);
    const closed = await someQuizSetting(bed);
    const ids = await Promise.all([setting, other, closed].map(async (each) => (await start(each)).id));
    const [id = '', otherId = '', closedId = ''] = ids;
    await attempts.submit(closed.personId, closedId);
    const query = jest.spyOn(bed.db, 'query');
    const given = setting.quiz.questions.map((question) => attempts.answer(setting.personId, id, question.id.toUpperCase(), rightOptions(question)));
    const mine = other.quiz.questions.map((question) => attempts.answer(other.personId, otherId.toUpperCase(), question.id, rightOptions(question)));
    const [late] = closed.quiz.questions.slice(0, 1).map((question) => attempts.answer(closed.personId, closedId, question.id, rightOptions(question)));
    const outcomes = await Promise.allSettled([...given, ...mine, late]);
    expect(outcomes.map(({ status }) => status)).toEqual([...Array<string>(4).fill('rejected'), ...Array<string>(4).fill('fulfilled'), 'rejected']);
    // One for all; who is refused is told why by another.
    expect(query.mock.calls.filter(([sql]) => sql.includes('insert into quiz_answer'))).toHaveLength(1);
    query.mockRestore();
    expect(outcomes.at(-1)).toMatchObject({ reason: { code: 'QUIZ_ATTEMPT_CLOSED' } });
    expect((await attempts.get(other.personId, otherId)).answers).toHaveLength(4);
    expect((await attempts.get(setting.personId, id)).answers).toHaveLength(0);
  });

  it('reads an attempt that is not graded in one statement', async () => {
    const setting = await someQuizSetting(bed);
    const [question = someQuestion()] = setting.quiz.questions;
    const { id } = await start(setting);
    const saved = await attempts.answer(setting.personId, id, question.id, rightOptions(question));
    const query = jest.spyOn(bed.db, 'query');
    expect((await attempts.get(setting.personId, id)).answers).toEqual([saved]);
    expect(query).toHaveBeenCalledTimes(1);
    await attempts.submit(setting.personId, id);
    query.mockClear();
    expect(await attempts.get(setting.personId, id)).toMatchObject({ state: 'grading', answers: [saved] });
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
  });

  it('hands in with one statement that adds one job, however often it is asked', async () => {
    const setting = await someQuizSetting(bed);
    const { id } = await start(setting);
    const query = jest.spyOn(bed.db, 'query');
    const first = await attempts.submit(setting.personId, id);
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
    expect(first).toMatchObject({ state: 'grading', submittedAt: bed.clock.now().toISOString() });
    expect(await Promise.all([attempts.submit(setting.personId, id), attempts.submit(setting.personId, id)])).toEqual([first, first]);
    expect(await bed.outbox('quizzes.grade-attempt', id)).toHaveLength(1);
  });
});
