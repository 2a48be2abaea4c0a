import type { CompiledCourse } from '@pamong/contract/course-content';

/** The words by which the catalogue finds a course, lower-case and without accents. */
export function searchTextOf(course: CompiledCourse): string {
  const parts = [
    course.title, course.code, course.category, course.summary, ...course.objectives, course.audience,
    ...course.competences.map((competence) => competence.name),
    course.organiser.name, course.organiser.shortName, ...course.instructors.map((instructor) => instructor.fullName),
    ...course.modules.flatMap((module) => [module.title, ...module.lessons.map((lesson) => lesson.title)]),
  ];
  return plain(parts.join(' '));
}

/** The words of a query as `searchTextOf` writes them; at most eight. */
export function searchWords(query: string): string[] {
  return plain(query).split(' ').filter((word) => word !== '').slice(0, 8);
}

function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
