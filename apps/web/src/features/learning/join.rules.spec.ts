import type { CompiledCourse, LessonOutline } from '@pamong/contract/course-content';
import { join } from './use-player.js';

const lesson = (id: string, requires: string[]): LessonOutline => ({ id, kind: 'text', title: id, minutes: 10, required: true, requires, completion: { rule: 'marked' }, release: null, facts: {} });
const course = { modules: [{ id: 'm1', title: 'One', minutes: 20, jp: 0, lessons: [lesson('a', []), lesson('b', ['a'])] }, { id: 'm2', title: 'Two', minutes: 10, jp: 0, lessons: [lesson('c', ['b'])] }] } as unknown as CompiledCourse;
const done = (lessonId: string) => ({ lessonId, openedAt: '2026-11-22T01:00:00Z', completedAt: '2026-11-22T02:00:00Z', detail: {} });
const progressWith = (...ids: string[]) => ({ enrolmentId: 'e', versionId: 'v', enrolledAt: '2026-11-20T01:00:00Z', completedAt: null, lessons: ids.map(done) });

describe('join', () => {
  it('opens the first lesson and says which one keeps the others locked', () => {
    const player = join(course, progressWith());
    expect(player.lessons.map((one) => one.lockedBy?.id ?? null)).toEqual([null, 'a', 'b']);
    expect(player.next?.id).toBe('a');
  });

  it('keeps a done lesson open although what it requires is not done any more', () => {
    const player = join(course, progressWith('c'));
    expect(player.lessons.map((one) => one.lockedBy?.id ?? null)).toEqual([null, 'a', null]);
    expect(player.done).toBe(1);
  });

  it('has nothing next when all is done', () => {
    expect(join(course, progressWith('a', 'b', 'c')).next).toBeNull();
  });
});
