import type { QuestionForAuthor } from '@pamong/contract/questions';
import type { QuizForAuthor } from '@pamong/contract/quizzes';
import { newId } from '@pamong/platform/ids/new-id';
import type { NewCourse } from '../courses/new-course.js';
import { somePublishedCourse, someAuthor } from '../courses/courses.factory.js';
import type { Enrolment } from '../enrolments/enrolments.service.js';
import { EnrolmentsService } from '../enrolments/enrolments.service.js';
import type { DomainBed } from '../testing/domain-bed.js';
import { somePerson } from '../testing/factories.js';

/** A single-choice question whose first option is right. */
export function someQuestion(given: Partial<QuestionForAuthor> = {}): QuestionForAuthor {
  const options = ['Benar', 'Salah satu', 'Salah dua'].map((text, index) => ({ id: newId(), text, right: index === 0 }));
  return { id: newId(), kind: 'single', text: 'Apa yang benar?', points: 1, options, explanation: 'Karena memang begitu.', ...given };
}

/** Four single-choice questions, final, without a time limit. */
export function someQuiz(given: Partial<Omit<QuizForAuthor, 'rules'>> & { readonly rules?: Partial<QuizForAuthor['rules']> } = {}): QuizForAuthor {
  return {
    introduction: '',
    questions: Array.from({ length: 4 }, () => someQuestion()),
    ...given,
    rules: { final: true, timeLimitMinutes: null, shuffleQuestions: true, shuffleOptions: true, ...given.rules },
  };
}

export interface QuizSetting {
  readonly personId: string;
  readonly courseId: string;
  readonly lessonId: string;
  readonly quiz: QuizForAuthor;
  readonly enrolment: Enrolment;
}

/** A published course with a quiz as its only lesson, and a learner who takes it. */
export async function someQuizSetting(bed: DomainBed, quiz: QuizForAuthor = someQuiz(), course: Partial<NewCourse> = {}): Promise<QuizSetting> {
  const author = await someAuthor(bed);
  const published = await somePublishedCourse(bed, author, {
    passMark: 70,
    maxAttempts: 3,
    retryAfterMinutes: 30,
    requirements: ['all_lessons', 'final_score'],
    modules: [{ title: 'Tes', lessons: [{ kind: 'quiz', title: 'Tes akhir', minutes: 45, body: quiz }] }],
    ...course,
  });
  const personId = await somePerson(bed);
  const enrolment = await bed.get(EnrolmentsService).enrol(personId, published.id, 'Nurhayati, S.Kep., Ns.');
  const lessonId = published.modules[0]?.lessons[0]?.id ?? '';
  return { personId, courseId: published.id, lessonId, quiz, enrolment };
}

/** The right options of a question. */
export function rightOptions(question: QuestionForAuthor): string[] {
  return question.options.filter((option) => option.right).map((option) => option.id);
}
