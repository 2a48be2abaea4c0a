import * as z from 'zod';
import { defineRoutes } from './kernel/route.js';
import { Id, Instant, paragraph } from './kernel/schemas.js';
import { QuestionForAuthor, QuestionForLearner } from './questions.js';

/** How one quiz behaves; pass mark, attempts and pause come from the course's rules. */
export const QuizRules = z.object({
  /** The score that the course's pass mark is about; a quiz without this only checks understanding. */
  final: z.boolean(),
  /** Null: no limit. */
  timeLimitMinutes: z.number().int().min(1).max(600).nullable(),
  shuffleQuestions: z.boolean(),
  shuffleOptions: z.boolean(),
});

/** Body of a quiz lesson: what its author edits. */
export const QuizForAuthor = z.object({
  introduction: paragraph(4_000),
  rules: QuizRules,
  questions: z.array(QuestionForAuthor).max(200),
});
export type QuizForAuthor = z.infer<typeof QuizForAuthor>;

/** Content of a quiz lesson for learners; questions come with an attempt only. */
export const QuizContent = z.object({
  introduction: z.string(),
  rules: QuizRules,
  questionCount: z.number().int(),
  points: z.number().int(),
});

/** `open`: answers are taken; `grading`: submitted, the worker is at it; `graded`: the result is there. */
export const AttemptState = z.enum(['open', 'grading', 'graded']);

export const AttemptSummary = z.object({
  id: Id,
  /** Counts the attempts of this learner at this quiz from 1. */
  number: z.number().int(),
  state: AttemptState,
  startedAt: Instant,
  /** After this moment no answer is taken; null without a time limit. */
  deadlineAt: Instant.nullable(),
  submittedAt: Instant.nullable(),
  /** True when the deadline submitted it. */
  submittedByDeadline: z.boolean(),
  /** 0 to 100 with two decimals; null until graded. */
  score: z.number().nullable(),
  passed: z.boolean().nullable(),
});

/** The start page of a quiz. */
export const QuizStatus = z.object({
  content: QuizContent,
  passMark: z.number().int(),
  maxAttempts: z.number().int().nullable(),
  retryAfterMinutes: z.number().int(),
  attempts: z.array(AttemptSummary),
  bestScore: z.number().nullable(),
  passed: z.boolean(),
  /** Why no new attempt can be started now; null when one can, or while one is open. */
  blocked: z.object({ code: z.enum(['QUIZ_ATTEMPTS_USED', 'QUIZ_PAUSE']), until: Instant.nullable() }).nullable(),
});

/** What the learner chose for one question, as the server holds it. */
export const SavedAnswer = z.object({ questionId: Id, choice: z.array(Id), savedAt: Instant });

/** One question of the review: only after a pass or the last attempt. */
export const ReviewedQuestion = z.object({
  questionId: Id,
  right: z.array(Id),
  /** Points earned of the question's points. */
  earned: z.number(),
  explanation: z.string(),
});

/** An attempt with its paper in the learner's own order. */
export const Attempt = AttemptSummary.extend({
  courseId: Id,
  lessonId: Id,
  serverNow: Instant,
  questions: z.array(QuestionForLearner),
  answers: z.array(SavedAnswer),
  passMark: z.number().int(),
  /** Null while the rules keep the key secret. */
  review: z.array(ReviewedQuestion).nullable(),
});

const LessonParams = z.object({ courseId: Id, lessonId: Id });
const AttemptParams = z.object({ attemptId: Id });

export const quizzes = defineRoutes({
  status: {
    method: 'GET', path: '/learning/:courseId/lessons/:lessonId/quiz', status: 200, summary: 'Rules of a quiz and my attempts at it',
    params: LessonParams, response: QuizStatus, access: 'authenticated', errors: ['NOT_ENROLLED', 'NOT_FOUND', 'LESSON_LOCKED'],
  },
  start: {
    method: 'POST', path: '/learning/:courseId/lessons/:lessonId/quiz/attempts', status: 201, summary: 'Start an attempt, or go on with the open one',
    params: LessonParams, response: Attempt, access: 'authenticated',
    errors: ['NOT_ENROLLED', 'NOT_FOUND', 'LESSON_LOCKED', 'QUIZ_ATTEMPTS_USED', 'QUIZ_PAUSE'],
  },
  attempt: {
    method: 'GET', path: '/quiz-attempts/:attemptId', status: 200, summary: 'My attempt with its answers, and its result when there is one',
    params: AttemptParams, response: Attempt, access: 'authenticated', errors: ['NOT_FOUND'],
  },
  answer: {
    method: 'PUT', path: '/quiz-attempts/:attemptId/answers/:questionId', status: 200, summary: 'Save the answer to one question',
    params: AttemptParams.extend({ questionId: Id }), body: z.object({ choice: z.array(Id).max(10) }), response: SavedAnswer,
    access: 'authenticated', errors: ['NOT_FOUND', 'QUIZ_ATTEMPT_CLOSED', 'QUIZ_CHOICE_INVALID'],
  },
  submit: {
    method: 'POST', path: '/quiz-attempts/:attemptId/submission', status: 202, summary: 'Hand in an attempt; a second time changes nothing',
    params: AttemptParams, response: AttemptSummary, access: 'authenticated', errors: ['NOT_FOUND'],
  },
  preview: {
    method: 'GET', path: '/courses/:courseId/lessons/:lessonId/quiz-preview', status: 200, summary: 'Questions of a draft as learners would see them',
    params: LessonParams, response: z.object({ questions: z.array(QuestionForLearner) }),
    access: { permission: 'course.author', scope: 'course' }, errors: ['NOT_FOUND'],
  },
});
