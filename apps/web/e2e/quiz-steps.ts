import { newId } from '@pamong/platform/ids/new-id';
import type { Bed, Page } from './bed.js';

interface Draft {
  readonly id: string;
  readonly revision: number;
  readonly modules: readonly { readonly id: string }[];
}

/** The attempt as its learner's browser receives it. */
export interface Attempt {
  readonly id: string;
  readonly state: string;
  readonly deadlineAt: string;
  readonly score: number | null;
  readonly answers: readonly { readonly questionId: string }[];
}

/** What the right options of `publishQuiz` begin with. */
export const rightOption = 'Benar';

/**
 * Publishes a course of one quiz past the screens.
 * @param instructor page of somebody who may author
 */
export async function publishQuiz(bed: Bed, instructor: Page, title: string, questions: number): Promise<{ courseId: string; lessonId: string }> {
  const draft = await bed.ask<Draft>(instructor, 'POST', '/courses', { title });
  const course = `/courses/${draft.id}`;
  await bed.ask(instructor, 'PATCH', course, { revision: draft.revision, summary: 'Kuis yang tahan gangguan jaringan.', passMark: 70, requirements: ['final_score'] });
  const { lessonId } = await bed.ask<{ lessonId: string }>(instructor, 'POST', `${course}/modules/${draft.modules[0]?.id}/lessons`, { kind: 'quiz', title: 'Tes singkat', minutes: 10 });
  const { revision } = await bed.ask<{ revision: number }>(instructor, 'GET', `${course}/lessons/${lessonId}`);
  const body = {
    introduction: '',
    rules: { final: true, timeLimitMinutes: 20, shuffleQuestions: true, shuffleOptions: true },
    questions: Array.from({ length: questions }, (_, index) => ({
      id: newId(), kind: 'single', text: `Pertanyaan tentang hal ke-${index + 1}`, points: 1, explanation: '',
      options: [{ id: newId(), text: `${rightOption} untuk hal ke-${index + 1}`, right: true }, { id: newId(), text: 'Keliru', right: false }],
    })),
  };
  await bed.ask(instructor, 'PATCH', `${course}/lessons/${lessonId}`, { revision, body });
  await bed.ask(instructor, 'POST', `${course}/publish`, { number: 1 });
  return { courseId: draft.id, lessonId };
}
