import type { CompiledCourse } from '@pamong/contract/course-content';
import type { Finding } from '@pamong/contract/course-findings';
import { jpOf, minutesOf } from './outline.rules.js';

export interface LessonToCheck {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly required: boolean;
  /** Its kind gives a score. */
  readonly scored: boolean;
  /** Its score decides the requirement `final_score`. */
  readonly decidesScore: boolean;
}

/** What the checks look at, of a course as it is now. */
export interface CourseToCheck {
  readonly summary: string;
  readonly passMark: number | null;
  readonly requirements: CompiledCourse['rules']['requirements'];
  readonly instructors: number;
  readonly modules: readonly {
    readonly id: string;
    readonly title: string;
    readonly lessons: readonly LessonToCheck[];
  }[];
}

/**
 * What stands against publishing, apart from the content of lessons, in the order in which an author meets it.
 */
export function checkCourse(course: CourseToCheck): Finding[] {
  return [...checkFacts(course), ...checkOutline(course), ...checkRules(course)];
}

function checkFacts(course: CourseToCheck): Finding[] {
  const findings: Finding[] = [];
  if (course.summary === '') findings.push({ code: 'SUMMARY_MISSING', blocking: true, place: 'facts', params: {} });
  if (course.instructors === 0) findings.push({ code: 'INSTRUCTOR_MISSING', blocking: false, place: 'facts', params: {} });
  return findings;
}

function checkOutline(course: CourseToCheck): Finding[] {
  const lessons = course.modules.flatMap((module) => module.lessons);
  if (lessons.length === 0) return [{ code: 'COURSE_EMPTY', blocking: true, place: 'outline', params: {} }];
  const findings: Finding[] = [];
  for (const { id, title, lessons: own } of course.modules) {
    if (own.length === 0) findings.push({ code: 'MODULE_EMPTY', blocking: true, place: 'module', moduleId: id, params: { module: title } });
    for (const lesson of own) {
      if (lesson.minutes > 0) continue;
      findings.push({ code: 'MINUTES_MISSING', blocking: false, place: 'lesson', moduleId: id, lessonId: lesson.id, params: { lesson: lesson.title } });
    }
  }
  const minutes = minutesOf(lessons);
  if (jpOf(minutes) === 0) findings.push({ code: 'WITHOUT_JP', blocking: false, place: 'outline', params: { minutes } });
  return findings;
}

function checkRules(course: CourseToCheck): Finding[] {
  const lessons = course.modules.flatMap((module) => module.lessons);
  const findings: Finding[] = [];
  const blocking = (code: Finding['code']) => findings.push({ code, blocking: true, place: 'rules', params: {} });
  if (course.passMark === null && (lessons.some((lesson) => lesson.scored) || course.requirements.includes('final_score'))) blocking('PASS_MARK_MISSING');
  if (course.requirements.length === 0) blocking('REQUIREMENT_MISSING');
  if (course.requirements.includes('final_score') && !lessons.some((lesson) => lesson.decidesScore)) blocking('SCORE_UNREACHABLE');
  // With only optional lessons, "all lessons" would be met by enrolling.
  if (course.requirements.includes('all_lessons') && lessons.length > 0 && !lessons.some((lesson) => lesson.required)) blocking('REQUIRED_LESSON_MISSING');
  return findings;
}
