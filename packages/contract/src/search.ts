import * as z from 'zod';
import { CompiledCourse, CourseForm, CourseLevel, LessonKindName } from './course-content.js';
import { defineRoutes } from './kernel/route.js';
import { Id, PageQuery, pageOf } from './kernel/schemas.js';

/** A text in parts; those with `hit` are what was searched for. Plain text: whoever shows it makes the marks. */
export const Marked = z.array(z.object({ text: z.string(), hit: z.boolean() }));
export type Marked = z.infer<typeof Marked>;

/** A lesson in which the words were found. */
export const LessonHit = z.object({
  lessonId: Id,
  kind: LessonKindName,
  title: Marked,
  passage: Marked,
  /** Of a recording: where it is said, in seconds from its beginning. */
  second: z.number().int().nullable(),
});
export type LessonHit = z.infer<typeof LessonHit>;

/** One card of the catalogue. */
export const CourseCard = z.object({
  courseId: Id,
  code: z.string(),
  title: z.string(),
  /** The title with what was searched for. */
  heading: Marked,
  summary: z.string(),
  level: CourseLevel,
  category: z.string(),
  form: CourseForm,
  language: z.string(),
  cover: CompiledCourse.shape.cover,
  organiser: z.object({ id: Id, name: z.string(), shortName: z.string() }),
  minutes: z.number().int(),
  jp: z.number().int(),
  /** What all lessons take on the wire, recordings in their smallest size. */
  bytes: z.number().int(),
  modules: z.number().int(),
  lessons: z.number().int(),
  /** For the people of its agency only. */
  agencyOnly: z.boolean(),
  /** Seats that are left; null without a limit. */
  seatsLeft: z.number().int().nullable(),
  prerequisites: z.array(z.object({ code: z.string(), title: z.string() })),
  /** The caller takes it already. */
  enrolled: z.boolean(),
  hits: z.array(LessonHit),
  /** Lessons in which the words were found, beyond those of `hits` too. */
  hitCount: z.number().int(),
});
export type CourseCard = z.infer<typeof CourseCard>;

export const searchOrders = ['relevance', 'newest', 'title', 'shortest', 'jp', 'taken'] as const;
/** Ranges of JP and of planned time, by their bounds. */
export const jpRanges = ['0', '1-3', '4-6', '7'] as const;
/** Under one hour, up to three, up to eight, longer. */
export const durationRanges = ['60', '180', '480', 'more'] as const;

/** What the catalogue can be narrowed to, in the order of a screen. */
export const facetNames = ['topic', 'jp', 'level', 'competence', 'form', 'duration', 'organiser', 'language'] as const;
export type FacetName = (typeof facetNames)[number];

/** One or several choices: `?topic=a&topic=b`. */
const many = <Choice extends z.ZodType>(choice: Choice) =>
  z
    .union([choice, z.array(choice).max(20)])
    .optional()
    .transform((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]) as z.output<Choice>[]);

const Choices = z.object({
  topic: many(z.string().max(80)),
  jp: many(z.enum(jpRanges)),
  level: many(CourseLevel),
  competence: many(z.string().max(40)),
  form: many(CourseForm),
  duration: many(z.enum(durationRanges)),
  organiser: many(Id),
  language: many(z.string().max(10)),
});

const Query = z.string().trim().max(200).default('');

/** Choices of one facet; how many courses each would show, given the choices of the other facets. */
const Facet = z.array(z.object({ value: z.string(), name: z.string(), count: z.number().int() }));
const Facets = z.object(Object.fromEntries(facetNames.map((name) => [name, Facet])) as Record<FacetName, typeof Facet>);

/** The catalogue and what is found in it. Visitors find public courses; who is signed in, their agency's own too. */
export const search = defineRoutes({
  courses: {
    method: 'GET', path: '/catalogue', status: 200,
    summary: 'Published courses by full text ("phrases" and -exclusions; slips of the pen are forgiven unless `exact`) and facets',
    query: PageQuery.extend({
      size: z.coerce.number().int().min(1).max(60).default(12),
      q: Query,
      exact: z.stringbool().default(false),
      order: z.enum(searchOrders).optional(),
      ...Choices.shape,
    }),
    response: pageOf(CourseCard).extend({
      facets: Facets,
      /** What was searched for instead of `q`, when `q` would have found nothing; null otherwise. */
      corrected: z.string().nullable(),
      /** No text has all words, so that those with one of them are shown. */
      loose: z.boolean(),
      /** What may lead on, when nothing was found; empty otherwise. */
      instead: z.object({
        words: z.array(z.string()),
        topics: z.array(z.object({ value: z.string(), count: z.number().int() })),
        /** Facets to let go of, and what would be found then. */
        without: z.array(z.object({ facet: z.enum(facetNames), count: z.number().int() })),
      }),
    }),
    access: 'public', errors: [],
  },
  suggest: {
    method: 'GET', path: '/catalogue-suggestions', status: 200, summary: 'What a person may mean who is typing `q`: courses, lessons, topics',
    query: z.object({ q: z.string().trim().min(2).max(100) }),
    response: z.object({
      courses: z.array(z.object({ code: z.string(), title: Marked, jp: z.number().int(), minutes: z.number().int() })),
      topics: z.array(z.object({ value: z.string(), count: z.number().int() })),
      /** The words that would be searched for. */
      corrected: z.string().nullable(),
    }),
    access: 'public', errors: [],
  },
});
