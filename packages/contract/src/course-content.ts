import * as z from 'zod';
import { Id, Instant } from './kernel/schemas.js';

/** Minutes of one lesson hour (JP, jam pelajaran). */
export const minutesPerJp = 45;

/** Kinds of lessons; each is a registered `LessonKind` of the domain, with a view and an editor in the web. */
export const lessonKinds = ['text', 'video', 'quiz', 'link'] as const;
export const LessonKindName = z.enum(lessonKinds);
export type LessonKindName = z.infer<typeof LessonKindName>;

export const courseLevels = ['basic', 'intermediate', 'advanced'] as const;
export const CourseLevel = z.enum(courseLevels);

/** How a course is held. */
export const courseForms = ['self_paced', 'webinar', 'blended'] as const;
export const CourseForm = z.enum(courseForms);

export const CompletionRule = z.enum(['opened', 'time', 'scroll', 'watched', 'passed', 'submitted', 'marked']);

/**
 * When a lesson is complete. `opened`: at once; `time`: after it was read for `seconds`; `scroll`: when its end was reached;
 * `watched`: when `share` of the recording was seen; `passed`: with a score at the pass mark; `submitted`: with any score; `marked`: when the learner says so.
 * The domain's registry says which rule a kind may have.
 */
export const LessonCompletion = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('opened') }),
  z.object({ rule: z.literal('time'), seconds: z.number().int().min(5).max(36_000) }),
  z.object({ rule: z.literal('scroll') }),
  z.object({ rule: z.literal('watched'), share: z.number().min(0.5).max(1) }),
  z.object({ rule: z.literal('passed') }),
  z.object({ rule: z.literal('submitted') }),
  z.object({ rule: z.literal('marked') }),
]);
export type LessonCompletion = z.infer<typeof LessonCompletion>;

/** When a lesson opens: at a moment for all, or days after each learner's enrolment. */
export const LessonRelease = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('date'), at: Instant }),
  z.object({ kind: z.literal('offset'), days: z.number().int().min(1).max(730) }),
]);
export type LessonRelease = z.infer<typeof LessonRelease>;

/** What a certificate may ask for; each is a registered `CompletionRequirement`. */
export const completionRequirements = ['all_lessons', 'final_score', 'evaluation'] as const;
export const CompletionRequirementKey = z.enum(completionRequirements);

/** What a lesson weighs, where it is known: bytes that its content takes on the wire, seconds that a recording plays. */
export const LessonFacts = z.object({
  bytes: z.number().int().nonnegative().optional(),
  seconds: z.number().nonnegative().optional(),
});

/** One line of a published outline. */
export const LessonOutline = z.object({
  id: Id,
  kind: LessonKindName,
  title: z.string(),
  /** Planned learning time; not what a person happens to spend. */
  minutes: z.number().int(),
  required: z.boolean(),
  /** Lessons that must be complete before this one opens: as the author chose, else the required one before it, which in turn requires its own. */
  requires: z.array(Id),
  completion: LessonCompletion,
  /** Null: as soon as `requires` allows. */
  release: LessonRelease.nullable(),
  facts: LessonFacts,
});
export type LessonOutline = z.infer<typeof LessonOutline>;

export const ModuleOutline = z.object({
  id: Id,
  title: z.string(),
  minutes: z.number().int(),
  jp: z.number().int(),
  lessons: z.array(LessonOutline),
});

/** What a learner must reach, frozen with the version. */
export const CourseRules = z.object({
  /** 0 to 100; null where nothing is scored. */
  passMark: z.number().int().nullable(),
  /** Part of a recording that must have been watched, 0 to 1. */
  watchThreshold: z.number(),
  /** Tries of a quiz; null means as many as one likes. */
  maxAttempts: z.number().int().nullable(),
  retryAfterMinutes: z.number().int(),
  requirements: z.array(CompletionRequirementKey),
});

export const CourseCompetence = z.object({ code: z.string(), name: z.string(), level: z.number().int().nullable() });

/** A published course as every reader knows it. One of these exists per version, and it never changes. */
export const CompiledCourse = z.object({
  courseId: Id,
  versionId: Id,
  /** Counts the versions of the course from 1. */
  number: z.number().int(),
  code: z.string(),
  title: z.string(),
  summary: z.string(),
  objectives: z.array(z.string()),
  audience: z.string(),
  level: CourseLevel,
  category: z.string(),
  /** BCP 47 tag of the language that it is written in. */
  language: z.string(),
  competences: z.array(CourseCompetence),
  form: CourseForm,
  /** Whom learners may ask, in free words. */
  contact: z.string(),
  /** A picture of the author's; null: one is drawn from the code. */
  cover: z.object({ src: z.string(), width: z.number().int(), height: z.number().int() }).nullable(),
  /** Courses that must be completed before this one may be taken. */
  prerequisites: z.array(z.object({ courseId: Id, code: z.string(), title: z.string() })),
  organiser: z.object({
    id: Id,
    name: z.string(),
    shortName: z.string(),
    /** IANA name. */
    timeZone: z.string(),
    /** ltree path; for the server's own decisions. */
    path: z.string(),
  }),
  instructors: z.array(z.object({ personId: Id, fullName: z.string(), post: z.string().nullable() })),
  /** Kind of training in SIASN, 1 to 25; 16 is e-learning. */
  siasnKind: z.number().int(),
  /** The plan: the sum of the lessons' minutes. */
  minutes: z.number().int(),
  /** `minutes / 45`, rounded down; 0 is shown as "tanpa JP". */
  jp: z.number().int(),
  rules: CourseRules,
  modules: z.array(ModuleOutline),
});
export type CompiledCourse = z.infer<typeof CompiledCourse>;

/** What the learner's browser receives of one lesson; the kind decides the shape of `content`, which holds no key. */
export const LessonContent = z.object({
  lessonId: Id,
  kind: LessonKindName,
  content: z.unknown(),
});

/** Content of a link lesson: a page somewhere else. */
export const LinkContent = z.object({ url: z.url({ protocol: /^https$/ }).max(2000), note: z.string() });

/** Content of a text lesson: clean semantic HTML. */
export const TextContent = z.object({ html: z.string() });
