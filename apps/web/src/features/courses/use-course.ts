import type { courses } from '@pamong/contract/courses';
import type { ResponseOf } from '@pamong/contract/kernel/route';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { toast } from '../../ui/toast-store.js';

export type Course = ResponseOf<typeof courses.get>;
export type CourseModule = Course['modules'][number];
export type LessonRow = CourseModule['lessons'][number];
export type Lesson = ResponseOf<typeof courses.getLesson>;
export type Finding = ResponseOf<typeof courses.check>['items'][number];

export const courseQuery = (courseId: string) => routeQuery('courses', 'get', { params: { courseId } });
export const findingsQuery = (courseId: string) => routeQuery('courses', 'check', { params: { courseId } });

export function useCourse(courseId: string) {
  return useQuery(courseQuery(courseId));
}

/** Puts the answer of a command in place of the course that is shown; the check list is asked for again when it is looked at. */
export function useShowCourse(): (course: Course) => void {
  const client = useQueryClient();
  return (course) => {
    client.setQueryData(courseQuery(course.id).queryKey, course);
    void client.invalidateQueries({ queryKey: findingsQuery(course.id).queryKey });
    void client.invalidateQueries({ queryKey: ['courses', 'list'] });
  };
}

/** Puts a saved lesson into the outline that is known; sums are read again from the server. */
export function useShowLesson(): (lesson: Lesson) => void {
  const client = useQueryClient();
  return ({ id, courseId, title, minutes, required, completion, requires, release, revision }) => {
    client.setQueryData(courseQuery(courseId).queryKey, (course) =>
      course && {
        ...course,
        modules: course.modules.map((module) => ({
          ...module,
          lessons: module.lessons.map((lesson) => (lesson.id === id ? { ...lesson, title, minutes, required, completion, requires, release, revision } : lesson)),
        })),
      });
    void client.invalidateQueries({ queryKey: ['courses'], predicate: ({ queryKey }) => queryKey[1] !== 'getLesson' });
  };
}

type Step = 'up' | 'down';

/** Commands on the outline; each answers with the whole course, which is shown at once. What fails is said and changes nothing. */
export function useOutlineCommands(courseId: string) {
  const show = useShowCourse();
  const sentence = useProblemSentence();
  const command = useMutation({
    // One after the other: two quick presses of "down" move two places.
    scope: { id: `outline-${courseId}` },
    mutationFn: (run: () => Promise<Course>) => run(),
    onSuccess: show,
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
  });
  const run = (call: () => Promise<Course>) => command.mutateAsync(call);
  const module = (moduleId: string) => ({ params: { courseId, moduleId } });
  const lesson = (lessonId: string) => ({ params: { courseId, lessonId } });
  return {
    addModule: (title: string) => run(() => api.courses.addModule({ params: { courseId }, body: { title } })),
    renameModule: (id: string, title: string) => run(() => api.courses.renameModule({ ...module(id), body: { title } })),
    moveModule: (id: string, to: Step) => run(() => api.courses.moveModule({ ...module(id), body: { to } })),
    removeModule: (id: string) => run(() => api.courses.removeModule(module(id))),
    restoreModule: (id: string) => run(() => api.courses.restoreModule(module(id))),
    moveLesson: (id: string, to: Step) => run(() => api.courses.moveLesson({ ...lesson(id), body: { to } })),
    removeLesson: (id: string) => run(() => api.courses.removeLesson(lesson(id))),
    restoreLesson: (id: string) => run(() => api.courses.restoreLesson(lesson(id))),
    async addLesson(moduleId: string, kind: LessonRow['kind'], title: string): Promise<string> {
      let lessonId = '';
      await run(async () => {
        const answer = await api.courses.addLesson({ ...module(moduleId), body: { kind, title } });
        lessonId = answer.lessonId;
        return answer.course;
      });
      return lessonId;
    },
  };
}
