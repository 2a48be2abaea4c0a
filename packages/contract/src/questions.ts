import * as z from 'zod';
import { Id, paragraph } from './kernel/schemas.js';

/** Kinds of questions; each is a registered `QuestionKind` of the domain with a part in the web. */
export const questionKinds = ['single', 'multiple'] as const;
export const QuestionKindName = z.enum(questionKinds);
export type QuestionKindName = z.infer<typeof QuestionKindName>;

const text = (max: number) => paragraph(max).min(1);

/** A choice question as its author writes it: with the key. */
export const QuestionForAuthor = z.object({
  id: Id,
  kind: QuestionKindName,
  text: text(4_000),
  points: z.number().int().min(1).max(100),
  options: z.array(z.object({ id: Id, text: text(2_000), right: z.boolean() })).min(2).max(10),
  /** Shown after a pass or the last attempt. */
  explanation: paragraph(4_000),
});
export type QuestionForAuthor = z.infer<typeof QuestionForAuthor>;

/** The same question as a learner receives it: no key, no explanation. */
export const QuestionForLearner = z.object({
  id: Id,
  kind: QuestionKindName,
  text: z.string(),
  points: z.number().int(),
  options: z.array(z.object({ id: Id, text: z.string() })),
});
export type QuestionForLearner = z.infer<typeof QuestionForLearner>;
