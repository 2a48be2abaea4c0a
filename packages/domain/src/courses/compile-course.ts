import type { CompiledCourse, LessonCompletion, LessonKindName, LessonOutline } from '@pamong/contract/course-content';
import type { WholeDraft } from './course-views.service.js';
import { jpOf, minutesOf, outlineOf } from './outline.rules.js';

/** What a version adds to the draft that it is made of. */
export interface CompiledWith {
  readonly versionId: string;
  readonly number: number;
  readonly factsOf: (lessonId: string) => LessonOutline['facts'];
  /** What completes a lesson of a kind whose author has chosen nothing. */
  readonly completionOf: (kind: LessonKindName) => LessonCompletion;
}

/** A draft in the shape that every reader of a published course knows. */
export function compileCourse(draft: WholeDraft, { versionId, number, factsOf, completionOf }: CompiledWith): CompiledCourse {
  const { course, owner, instructors, modules, cover, prerequisites } = draft;
  const minutes = minutesOf(modules.flatMap((module) => module.lessons));
  const { code, title, summary, objectives, audience, level, category, language, competences, form, contact, siasnKind } = course;
  const { passMark, watchThreshold, maxAttempts, retryAfterMinutes, requirements } = course;
  return {
    courseId: course.id, versionId, number,
    code, title, summary, objectives, audience, level, category, language, competences, form, contact, cover,
    prerequisites: [...prerequisites],
    organiser: { id: owner.id, name: owner.name, shortName: owner.shortName, timeZone: owner.timeZone, path: owner.path },
    instructors: [...instructors],
    siasnKind, minutes, jp: jpOf(minutes),
    rules: { passMark, watchThreshold, maxAttempts, retryAfterMinutes, requirements },
    modules: outlineOf(modules, factsOf, completionOf),
  };
}
