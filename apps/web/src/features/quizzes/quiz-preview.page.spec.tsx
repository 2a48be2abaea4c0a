import type { CompiledCourse, LessonOutline } from '@pamong/contract/course-content';
import { screen } from '@testing-library/react';
import { instructor, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import QuizPreview from './quiz-preview.js';

const id = (last: number) => `0199a2b4-7c00-7000-8000-0000000000${last}`;
const lesson: LessonOutline = { id: id(31), kind: 'quiz', title: 'Tes akhir', minutes: 20, required: true, requires: [], completion: { rule: 'passed' }, release: null, facts: {} };
const course = { courseId: id(10), rules: { passMark: null, watchThreshold: 0.9, maxAttempts: 3, retryAfterMinutes: 30, requirements: [] } } as unknown as CompiledCourse;
const content = { introduction: 'Bacalah tiap soal.', rules: { final: true, timeLimitMinutes: 15, shuffleQuestions: true, shuffleOptions: true }, questionCount: 1, points: 1 };
const question = { id: id(50), kind: 'single' as const, text: 'Tindakan pertama?', points: 1, options: [{ id: id(51), text: 'Melapor' }, { id: id(52), text: 'Menjawab' }] };

const preview = (questions: readonly (typeof question)[]) =>
  renderPage(() => <QuizPreview course={course} lesson={lesson} content={content} progress={null} onCompleted={() => undefined} />, {
    namespaces: ['quizzes'],
    answers: { 'session.get': () => sessionOf(instructor), 'quizzes.preview': () => ({ questions: [...questions] }) },
  });

it('shows rules and questions, lets the author choose, and sends nothing', async () => {
  const { user, api } = await preview([question]);
  expect(await screen.findByRole('group', { name: /Tindakan pertama\?/ })).toBeTruthy();
  expect(screen.getByText('Batas waktu 15 menit, dihitung oleh server')).toBeTruthy();
  expect(screen.queryByText(/Nilai minimal/)).toBeNull();
  expect(screen.getByText(/tidak disimpan dan tidak dinilai\. Urutannya berbeda/)).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'Melapor' }));
  expect((screen.getByRole('radio', { name: 'Melapor' }) as HTMLInputElement).checked).toBe(true);
  expect(new Set(api.seen.map((one) => one.route))).toEqual(new Set(['quizzes.preview']));
});

it('says that there are no questions yet', async () => {
  await preview([]);
  expect(await screen.findByText('Kuis ini belum punya pertanyaan')).toBeTruthy();
});
