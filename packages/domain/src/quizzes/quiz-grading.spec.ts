import { LearningService } from '../learning/learning.service.js';
import { EnrolmentsService } from '../enrolments/enrolments.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { QuizAttemptsService } from './quiz-attempts.service.js';
import { QuizGradingService } from './quiz-grading.service.js';
import type { QuizSetting } from './quizzes.factory.js';
import { rightOptions, someQuestion, someQuiz, someQuizSetting } from './quizzes.factory.js';

describe('grading', () => {
  let bed: DomainBed;

  beforeAll(async () => {
    bed = await DomainBed.open();
  });

  afterAll(() => bed.close());

  async function submitted(setting: QuizSetting, right: number): Promise<string> {
    const attempts = bed.get(QuizAttemptsService);
    const { id } = await attempts.start(setting.personId, setting.courseId, setting.lessonId);
    for (const question of setting.quiz.questions.slice(0, right)) await attempts.answer(setting.personId, id, question.id, rightOptions(question));
    await attempts.submit(setting.personId, id);
    return id;
  }

  const overlay = async ({ personId, courseId }: QuizSetting) =>
    JSON.parse(await bed.get(LearningService).overlay(personId, courseId)) as { completedAt: string | null; lessons: { completedAt: string | null; detail: unknown }[] };

  it('completes lesson and course on a pass, once, however often the job runs', async () => {
    const setting = await someQuizSetting(bed);
    const id = await submitted(setting, 4);
    const grading = bed.get(QuizGradingService);
    await Promise.all([grading.grade(id), grading.grade(id)]);
    await grading.grade(id);
    const state = await overlay(setting);
    expect(state.lessons).toMatchObject([{ completedAt: bed.clock.now().toISOString(), detail: { bestScore: 100, passed: true, attempts: 1 } }]);
    expect(state.completedAt).not.toBeNull();
    expect(await bed.outbox('learning.course-completed', setting.enrolment.id)).toHaveLength(1);
  });

  it('counts every attempt at the quiz, the best of them, and spends seven statements on one', async () => {
    const setting = await someQuizSetting(bed);
    const grading = bed.get(QuizGradingService);
    await grading.grade(await submitted(setting, 3));
    const second = await submitted(setting, 1);
    const client = await bed.db.pool.connect();
    const statements = jest.spyOn(Object.getPrototypeOf(client) as { query: () => unknown }, 'query');
    client.release();
    await grading.grade(second);
    // Attempt with its answers; then begin, lock, result, progress, notice, commit.
    expect(statements).toHaveBeenCalledTimes(7);
    statements.mockRestore();
    expect((await overlay(setting)).lessons).toMatchObject([{ detail: { bestScore: 75, attempts: 2 } }]);
  });

  it('leaves no half result when it dies in the middle', async () => {
    const setting = await someQuizSetting(bed);
    const id = await submitted(setting, 4);
    const learning = bed.get(LearningService);
    const died = jest.spyOn(learning, 'completeLesson').mockRejectedValueOnce(new Error('killed'));
    await expect(bed.get(QuizGradingService).grade(id)).rejects.toThrow('killed');
    died.mockRestore();
    expect((await bed.get(QuizAttemptsService).get(setting.personId, id)).state).toBe('grading');
    await bed.get(QuizGradingService).grade(id);
    expect((await overlay(setting)).completedAt).not.toBeNull();
    expect(await bed.outbox('learning.course-completed', setting.enrolment.id)).toHaveLength(1);
  });

  it('shows a failed attempt in the outline and completes nothing', async () => {
    const setting = await someQuizSetting(bed);
    await bed.get(QuizGradingService).grade(await submitted(setting, 1));
    const state = await overlay(setting);
    expect(state).toMatchObject({ completedAt: null, lessons: [{ completedAt: null, detail: { bestScore: 25, passed: false } }] });
    const enrolment = await bed.get(EnrolmentsService).get(bed.db, setting.enrolment.id);
    expect(await bed.get(LearningService).requirementStates(bed.db, enrolment)).toEqual([
      { key: 'all_lessons', met: false, missing: [{ code: 'lessons_open', lessonIds: [setting.lessonId], params: { count: 1 } }] },
      { key: 'final_score', met: false, missing: [{ code: 'final_score', lessonIds: [setting.lessonId], params: { passMark: 70, best: 25 } }] },
    ]);
  });

  it('tells a test that nobody has tried from one without a score yet and from a low score', async () => {
    const setting = await someQuizSetting(bed);
    const enrolment = await bed.get(EnrolmentsService).get(bed.db, setting.enrolment.id);
    const missing = async () => (await bed.get(LearningService).requirementStates(bed.db, enrolment)).find((state) => state.key === 'final_score')?.missing;
    const of = (code: string, params: object) => [{ code, lessonIds: [setting.lessonId], params: { passMark: 70, ...params } }];
    expect(await missing()).toEqual(of('final_test_untried', {}));
    const id = await submitted(setting, 0);
    expect(await missing()).toEqual(of('final_test_ungraded', {}));
    await bed.get(QuizGradingService).grade(id);
    expect(await missing()).toEqual(of('final_score', { best: 0 }));
  });

  it('keeps the best score when a later attempt is worse', async () => {
    const setting = await someQuizSetting(bed);
    const grading = bed.get(QuizGradingService);
    await grading.grade(await submitted(setting, 4));
    await grading.grade(await submitted(setting, 0));
    expect((await overlay(setting)).lessons).toMatchObject([{ detail: { bestScore: 100, passed: true, attempts: 2 } }]);
  });

  it('gives partial credit to multiple choice', async () => {
    const multiple = someQuestion({ kind: 'multiple' });
    const options = multiple.options.map((option, index) => ({ ...option, right: index < 2 }));
    const setting = await someQuizSetting(bed, someQuiz({ questions: [{ ...multiple, options }] }));
    const attempts = bed.get(QuizAttemptsService);
    const { id } = await attempts.start(setting.personId, setting.courseId, setting.lessonId);
    await attempts.answer(setting.personId, id, multiple.id, [options[0]?.id ?? '']);
    await attempts.submit(setting.personId, id);
    await bed.get(QuizGradingService).grade(id);
    expect(await attempts.get(setting.personId, id)).toMatchObject({ score: 50, passed: false });
  });
});
