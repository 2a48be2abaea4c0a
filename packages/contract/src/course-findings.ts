import * as z from 'zod';
import { Id } from './kernel/schemas.js';

/**
 * What the publish check list may say. A lesson kind adds its own codes here, with a sentence in both languages
 * (`findings` in the web's locales of courses). A rule about the evaluation has no code here: the form about the organisation
 * belongs to every course, so it can always be met.
 */
export const findingCodes = [
  'SUMMARY_MISSING',
  'INSTRUCTOR_MISSING',
  'COURSE_EMPTY',
  'MODULE_EMPTY',
  'PASS_MARK_MISSING',
  'REQUIREMENT_MISSING',
  'REQUIRED_LESSON_MISSING',
  'SCORE_UNREACHABLE',
  'WITHOUT_JP',
  'MINUTES_MISSING',
  'TEXT_EMPTY',
  'IMAGE_ALT_MISSING',
  'LINK_MISSING',
  'VIDEO_MISSING',
  'VIDEO_NOT_READY',
  'QUIZ_EMPTY',
  'QUESTION_KEY_MISSING',
  'QUESTION_KEY_AMBIGUOUS',
  'QUESTION_OPTIONS_ALIKE',
  'PUBLIC_ADDRESS_UNSET',
] as const;

export const FindingCode = z.enum(findingCodes);

/** Where the author mends it: the course's facts or rules, its outline, a module of it or a lesson. */
export const findingPlaces = ['facts', 'rules', 'outline', 'module', 'lesson'] as const;

/** One line of the publish check list. Blocking ones must be mended first; the others are said and pass. */
export const Finding = z.object({
  code: FindingCode,
  blocking: z.boolean(),
  place: z.enum(findingPlaces),
  moduleId: Id.optional(),
  lessonId: Id.optional(),
  /** Values in its sentence: a title, a count. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Finding = z.infer<typeof Finding>;
