import type { CompiledCourse } from '@pamong/contract/course-content';
import { screen } from '@testing-library/react';
import { FakeProblem } from '../../testing/fake-api.js';
import { nurhayati, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import OverviewPage from './overview.page.js';

const id = (last: number) => `0199a2b4-7c00-7000-8000-0000000000${last}`;
const course: CompiledCourse = {
  courseId: id(10), versionId: id(11), number: 1, code: 'AI-101', title: 'Kecerdasan Artifisial untuk ASN', summary: 'Memakai AI dengan aman.',
  objectives: [], audience: '', level: 'basic', category: '', language: 'id', competences: [],
  organiser: { id: id(20), name: 'Kementerian Layanan Digital', shortName: 'Kemen LDK', timeZone: 'Asia/Jakarta', path: 'a' },
  instructors: [], siasnKind: 16, minutes: 45, jp: 1,
  form: 'self_paced', contact: '', cover: null, prerequisites: [],
  rules: { passMark: 70, watchThreshold: 0.9, maxAttempts: 3, retryAfterMinutes: 30, requirements: ['final_score'] },
  modules: [{ id: id(13), title: 'Tes', minutes: 45, jp: 1, lessons: [{ id: id(31), kind: 'quiz', title: 'Tes akhir', minutes: 45, required: true, requires: [], completion: { rule: 'passed' }, release: null, facts: {} }] }],
};

const overview = (code: string, params: Record<string, number>) =>
  renderPage(OverviewPage, {
    path: '/belajar/:courseId', at: `/belajar/${course.courseId}`, namespaces: ['learning'],
    answers: {
      'session.get': () => sessionOf(nurhayati),
      'learning.course': () => course,
      'learning.progress': () => ({ enrolmentId: id(40), versionId: id(11), enrolledAt: '2026-11-20T01:00:00Z', completedAt: null, lessons: [] }),
      'learning.requirements': () => ({ completedAt: null, items: [{ key: 'final_score', met: false, missing: [{ code, lessonIds: [id(31)], params }] }] }),
    },
  });

it.each<[string, Record<string, number>, string]>([
  ['final_test_untried', { passMark: 70 }, 'Tes akhir: belum dikerjakan, nilai minimal 70'],
  ['final_test_ungraded', { passMark: 70 }, 'Tes akhir: belum dinilai, nilai minimal 70'],
  ['final_score', { passMark: 70, best: 62.5 }, 'Tes akhir: nilai terbaik 62,5, nilai minimal 70'],
])('says what the final test still needs: %s', async (code, params, sentence) => {
  await overview(code, params);
  expect((await screen.findByRole('link', { name: sentence })).getAttribute('href')).toBe(`/belajar/${course.courseId}/materi/${id(31)}`);
});

it('keeps the way back, and says what happened as the title of the page, when the course does not come', async () => {
  const refused = new FakeProblem('SERVER_FAULT', {}, [], 500);
  await renderPage(OverviewPage, {
    path: '/belajar/:courseId', at: `/belajar/${course.courseId}`, namespaces: ['learning'],
    answers: { 'session.get': () => sessionOf(nurhayati), 'learning.course': () => refused, 'learning.progress': () => refused },
  });
  expect(screen.getByRole('link', { name: 'Kembali ke pembelajaran saya' }).getAttribute('href')).toBe('/belajar');
  expect(await screen.findByRole('heading', { level: 1, name: 'Pelatihan ini belum dapat dibuka' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Coba lagi' })).toBeTruthy();
});
