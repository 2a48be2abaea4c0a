import { setTimeout as sleep } from 'node:timers/promises';
import type { Journey } from '../journey.js';
import { publishedCourse, tenQuestions } from './published-course.js';

interface Paper {
  readonly id: string;
  readonly state: string;
  readonly questions: readonly { readonly id: string; readonly options: readonly { readonly id: string }[] }[];
}

/** Longer than this from submission to result counts as an error. */
const patienceMs = 10_000;

/** Start, ten saved answers, submission, and the result that the worker made. */
export const quiz: Journey = {
  name: 'quiz',
  summary: 'quiz of ten questions: start, ten saves, submit, result',
  connections: 24,
  prepare: async (bed) => {
    const learners = await bed.learners(200);
    const { courseId, lessonIds } = await publishedCourse(bed, learners, {
      passMark: 70,
      maxAttempts: null,
      retryAfterMinutes: 0,
      requirements: ['all_lessons', 'final_score'],
      modules: [{ title: 'Tes', lessons: [{ kind: 'quiz', title: 'Tes akhir', minutes: 45, body: tenQuestions() }] }],
    });
    return learners.map(({ cookie }) => ({ cookie, courseId, lessonId: lessonIds[0] ?? '' }));
  },
  visit: async (connection, visitor) => {
    const cookie = String(visitor['cookie']);
    const started = await connection.send('POST', `/api/learning/${String(visitor['courseId'])}/lessons/${String(visitor['lessonId'])}/quiz/attempts`, { cookie });
    const paper = started.body as Paper;
    for (const question of paper.questions) {
      // Always the first option: some pass, some do not, since the order is each attempt's own.
      await connection.send('PUT', `/api/quiz-attempts/${paper.id}/answers/${question.id}`, { cookie, body: { choice: [question.options[0]?.id ?? ''] } });
    }
    await connection.send('POST', `/api/quiz-attempts/${paper.id}/submission`, { cookie });
    const began = performance.now();
    for (let pause = 30; ; pause = Math.min(400, pause * 2)) {
      await sleep(pause);
      const { body } = await connection.send('GET', `/api/quiz-attempts/${paper.id}`, { cookie });
      if ((body as Paper).state === 'graded') return;
      if (performance.now() - began > patienceMs) throw new Error('No result within 10 s');
    }
  },
};
