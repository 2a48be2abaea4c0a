import type { CompiledCourse, LessonOutline } from '@pamong/contract/course-content';
import type { CourseChanges, lessonFields } from '@pamong/contract/course-lifecycle';
import type * as z from 'zod';

type Changes = z.output<typeof CourseChanges>;
type Field = (typeof lessonFields)[number];

interface PlacedLesson extends LessonOutline {
  readonly module: { readonly id: string; readonly title: string };
}

/** Facts that learners see and rules that they must meet; what is an object is compared by its JSON. */
const facts = [
  'title', 'summary', 'objectives', 'audience', 'level', 'category', 'language', 'competences', 'form', 'contact', 'cover', 'prerequisites', 'instructors', 'siasnKind',
] as const;
const rules = ['passMark', 'watchThreshold', 'maxAttempts', 'retryAfterMinutes', 'requirements'] as const;

/**
 * What a draft would change of the version that learners have.
 * @param edited lessons whose content was saved after that version was published
 */
export function changesOf(before: CompiledCourse | null, after: CompiledCourse, edited: ReadonlySet<string>): Omit<Changes, 'learners'> {
  const old = new Map(before === null ? [] : placed(before).map((lesson) => [lesson.id, lesson]));
  const now = placed(after);
  const kept = new Set(now.map((lesson) => lesson.id));
  const changed = now.flatMap((lesson) => {
    const was = old.get(lesson.id);
    const fields = was === undefined ? [] : fieldsOf(was, lesson, edited.has(lesson.id));
    return fields.length === 0 ? [] : [{ ...lineOf(lesson), fields }];
  });
  return {
    from: before?.number ?? null,
    added: now.filter((lesson) => !old.has(lesson.id)).map((lesson) => ({ ...lineOf(lesson), required: lesson.required })),
    removed: [...old.values()].filter((lesson) => !kept.has(lesson.id)).map(lineOf),
    changed,
    facts: before === null ? [] : [...facts.filter((key) => differ(before[key], after[key])), ...rules.filter((key) => differ(before.rules[key], after.rules[key]))],
    minutes: { before: before?.minutes ?? 0, after: after.minutes },
  };
}

function placed(course: CompiledCourse): PlacedLesson[] {
  return course.modules.flatMap((module) => module.lessons.map((lesson) => ({ ...lesson, module })));
}

function lineOf(lesson: PlacedLesson) {
  return { lessonId: lesson.id, title: lesson.title, module: lesson.module.title };
}

function fieldsOf(was: PlacedLesson, is: PlacedLesson, edited: boolean): Field[] {
  const fields: Field[] = (['title', 'minutes', 'required', 'completion', 'requires', 'release'] as const).filter((field) => differ(was[field], is[field]));
  if (was.module.id !== is.module.id) fields.push('module');
  if (edited) fields.push('content');
  return fields;
}

const differ = (one: unknown, other: unknown) => JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other));

/** JSON from the database has its keys in another order than ours. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)).map(([key, part]) => [key, sorted(part)]));
}
