import type { CourseToCheck } from './publish-checks.rules.js';
import { checkCourse } from './publish-checks.rules.js';

const lesson = (id: string, kind: 'text' | 'quiz' = 'text', minutes = 45, required = true) => ({
  id, title: id, minutes, required, scored: kind === 'quiz', decidesScore: kind === 'quiz',
});
const sound: CourseToCheck = {
  summary: 'Ringkasan',
  passMark: 70,
  requirements: ['all_lessons', 'final_score'],
  instructors: 1,
  modules: [{ id: 'A', title: 'Modul A', lessons: [lesson('a1'), lesson('a2', 'quiz')] }],
};
const codes = (change: Partial<CourseToCheck>) =>
  checkCourse({ ...sound, ...change }).map((finding) => `${finding.code}${finding.blocking ? '' : '?'}`);

describe('checkCourse', () => {
  it('finds nothing in a sound course', () => expect(codes({})).toEqual([]));

  it.each<[string, Partial<CourseToCheck>, string[]]>([
    ['no summary, nobody teaches', { summary: '', instructors: 0 }, ['SUMMARY_MISSING', 'INSTRUCTOR_MISSING?']],
    ['a quiz without a pass mark', { passMark: null }, ['PASS_MARK_MISSING']],
    ['a quiz without a pass mark, though no rule asks for the score', { passMark: null, requirements: ['all_lessons'] }, ['PASS_MARK_MISSING']],
    ['no quiz and no pass mark', { passMark: null, requirements: ['all_lessons'], modules: [{ id: 'A', title: 'A', lessons: [lesson('a')] }] }, []],
    ['a score that nothing gives', { modules: [{ id: 'A', title: 'A', lessons: [lesson('a')] }] }, ['SCORE_UNREACHABLE']],
    ['a quiz that does not decide', { modules: [{ id: 'A', title: 'A', lessons: [{ ...lesson('q', 'quiz'), decidesScore: false }] }] }, ['SCORE_UNREACHABLE']],
    ['an empty module', { modules: [...sound.modules, { id: 'B', title: 'B', lessons: [] }] }, ['MODULE_EMPTY']],
    ['no lesson at all', { requirements: ['all_lessons'], modules: [{ id: 'A', title: 'A', lessons: [] }] }, ['COURSE_EMPTY']],
    ['no rule', { requirements: [] }, ['REQUIREMENT_MISSING']],
    ['only optional lessons', { modules: [{ id: 'A', title: 'A', lessons: [lesson('q', 'quiz', 45, false)] }] }, ['REQUIRED_LESSON_MISSING']],
    ['44 minutes', { modules: [{ id: 'A', title: 'A', lessons: [lesson('q', 'quiz', 44)] }] }, ['WITHOUT_JP?']],
    ['a lesson without minutes', { modules: [{ id: 'A', title: 'A', lessons: [lesson('a', 'text', 0), lesson('q', 'quiz')] }] }, ['MINUTES_MISSING?']],
  ])('finds: %s', (_, change, expected) => expect(codes(change)).toEqual(expected));

  it('says where', () => {
    const [finding] = checkCourse({ ...sound, modules: [...sound.modules, { id: 'B', title: 'Modul B', lessons: [] }] });
    expect(finding).toMatchObject({ place: 'module', moduleId: 'B', params: { module: 'Modul B' } });
  });
});
