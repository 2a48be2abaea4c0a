import type { CompiledCourse } from '@pamong/contract/course-content';
import type { KeptCard } from './search-card.js';
import { oneLine } from './search-text.rules.js';

/** A text that can be found, before it is kept. */
export interface SearchDocument {
  readonly lessonId: string | null;
  readonly kind: string;
  readonly second: number | null;
  readonly title: string;
  /** Is it found by its title, too? */
  readonly titled: boolean;
  readonly text: string;
}

/** What a course is ranked by: its title counts most, then what it is filed under, then its summary. */
export function headOf(course: CompiledCourse): { title: string; tags: string; summary: string } {
  const tags = [course.code, course.category, course.organiser.shortName, ...course.competences.map((competence) => competence.name)];
  return { title: oneLine(course.title), tags: oneLine(tags.join(' ')), summary: oneLine(course.summary) };
}

/** The course itself as one text: its facts, and the titles of all that is in it. */
export function courseDocument(course: CompiledCourse): SearchDocument {
  const text = [
    course.code, course.category, course.summary, ...course.objectives, course.audience,
    ...course.competences.map((competence) => competence.name),
    course.organiser.name, course.organiser.shortName, ...course.instructors.map((instructor) => instructor.fullName),
    ...course.modules.flatMap((module) => [module.title, ...module.lessons.map((lesson) => lesson.title)]),
  ];
  return { lessonId: null, kind: 'course', second: null, title: oneLine(course.title), titled: true, text: oneLine(text.join('. ')) };
}

/** What a card shows of a version. */
export function cardOf(course: CompiledCourse): KeptCard {
  const { code, title, summary, level, category, form, language, cover, organiser, minutes, jp, modules } = course;
  const lessons = modules.flatMap((module) => module.lessons);
  return {
    code, title, summary, level, category, form, language, cover, minutes, jp,
    organiser: { id: organiser.id, name: organiser.name, shortName: organiser.shortName },
    bytes: lessons.reduce((sum, lesson) => sum + (lesson.facts.bytes ?? 0), 0),
    modules: modules.length,
    lessons: lessons.length,
    prerequisiteIds: course.prerequisites.map((one) => one.courseId),
  };
}
