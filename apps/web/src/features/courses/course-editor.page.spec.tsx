import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useSession } from '../../shared/session/use-session.js';
import { FakeProblem } from '../../testing/fake-api.js';
import { instructor, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import CourseEditorPage from './course-editor.page.js';
import type { Course, Finding } from './use-course.js';

const id = (last: number) => `0199a2b4-7c00-7000-8000-0000000000${last}`;

const lesson = (last: number, title: string): Course['modules'][number]['lessons'][number] => ({ id: id(last), kind: 'text', title, minutes: 45, required: true, completion: null, requires: null, release: null, revision: 1 });

const course: Course = {
  id: id(10), code: 'MSD-101', title: 'Menulis surat dinas', summary: '', objectives: [], audience: '', level: 'basic', category: '', language: 'id', competences: [],
  form: 'self_paced', contact: '', cover: null, prerequisites: [], visibility: 'public', coverPictureId: null, seats: null, isTemplate: false, publishAt: null, withdrawnAt: null, archivedAt: null,
  siasnKind: 16, passMark: null, watchThreshold: 0.9, maxAttempts: 3, retryAfterMinutes: 0, requirements: ['all_lessons'],
  owner: { id: id(11), name: 'Kota', shortName: 'Kota' }, instructors: [],
  modules: [
    { id: id(20), title: 'Awal', minutes: 90, jp: 2, lessons: [lesson(30, 'Satu'), lesson(31, 'Dua')] },
    { id: id(21), title: 'Akhir', minutes: 0, jp: 0, lessons: [] },
  ],
  minutes: 90, jp: 2, status: 'draft', published: null, revision: 5, updatedAt: '2026-11-22T02:00:00Z', can: { edit: true, publish: true },
};

const blocking: Finding[] = [
  { code: 'SUMMARY_MISSING', blocking: true, place: 'facts', params: {} },
  { code: 'MODULE_EMPTY', blocking: true, place: 'module', moduleId: id(21), params: { module: 'Akhir' } },
  { code: 'IMAGE_ALT_MISSING', blocking: true, place: 'lesson', moduleId: id(20), lessonId: id(30), params: { lesson: 'Satu', count: 2 } },
];

function Gated() {
  return useSession().me ? <CourseEditorPage /> : null;
}

const editor = (answers: Parameters<typeof renderPage>[1]['answers'] = {}, search = '') =>
  renderPage(Gated, {
    path: '/kelola/pelatihan/:courseId', at: `/kelola/pelatihan/${course.id}${search}`, namespaces: ['courses'],
    answers: { 'session.get': () => sessionOf(instructor), 'courses.get': () => course, 'courses.check': () => ({ items: blocking }), ...answers },
  });

it('moves a lesson into the next module and keeps the focus on it', async () => {
  const { user } = await editor({
    'courses.moveLesson': () => ({ ...course, modules: [{ ...course.modules[0]!, lessons: [lesson(30, 'Satu')] }, { ...course.modules[1]!, lessons: [lesson(31, 'Dua')] }] }),
  });
  await user.click(await screen.findByRole('button', { name: 'Turunkan Dua' }));
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Naikkan Dua'));
  expect(screen.getByText('Dua turun satu tempat')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Turunkan Dua' })).toHaveProperty('disabled', true);
});

it('removes a lesson at once and offers to take it back', async () => {
  const { user, api } = await editor({
    'courses.removeLesson': () => ({ ...course, modules: [{ ...course.modules[0]!, lessons: [lesson(31, 'Dua')] }, course.modules[1]!] }),
    'courses.restoreLesson': () => course,
  });
  await user.click(await screen.findByRole('button', { name: 'Hapus Satu' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Satu' })).toBeNull());
  await user.click(await screen.findByRole('button', { name: 'Urungkan' }));
  expect(await screen.findByRole('link', { name: 'Satu' })).toBeTruthy();
  expect(api.seen.map((one) => one.route)).toContain('courses.restoreLesson');
});

it('saves facts by itself, says when, and names the revision it was made on', async () => {
  const { user, api } = await editor({ 'courses.change': ({ body }) => ({ ...course, ...body, revision: 6 } as Course) }, '?bagian=keterangan');
  fireEvent.change(await screen.findByLabelText('Ringkasan'), { target: { value: 'Surat yang dibaca.' } });
  expect(await screen.findByText(/Tersimpan pukul \d\d\.\d\d\.\d\d/, {}, { timeout: 3_000 })).toBeTruthy();
  expect(api.seen.find((one) => one.route === 'courses.change')?.body).toEqual({ summary: 'Surat yang dibaca.', revision: 5 });
  await user.click(screen.getByRole('tab', { name: 'Aturan' }));
  fireEvent.change(await screen.findByLabelText('Nilai minimal'), { target: { value: '70' } });
  await waitFor(() => expect(api.seen.filter((one) => one.route === 'courses.change').at(-1)?.body).toEqual({ passMark: 70, revision: 6 }), { timeout: 3_000 });
});

it('does not send a pass mark that cannot be, and says the limits', async () => {
  const { api } = await editor({}, '?bagian=aturan');
  fireEvent.change(await screen.findByLabelText('Nilai minimal'), { target: { value: '170' } });
  expect(await screen.findByText('Isi angka 1 sampai 100.')).toBeTruthy();
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(api.seen.map((one) => one.route)).not.toContain('courses.change');
});

it('tells that somebody else was faster, keeps what was typed and offers to reload', async () => {
  await editor({ 'courses.change': () => new FakeProblem('COURSE_CHANGED') }, '?bagian=keterangan');
  fireEvent.change(await screen.findByLabelText('Ringkasan'), { target: { value: 'Milik saya' } });
  expect(await screen.findByText(/Orang lain baru saja mengubah pelatihan ini/, {}, { timeout: 3_000 })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Muat ulang' })).toBeTruthy();
  expect((screen.getByLabelText('Ringkasan') as HTMLTextAreaElement).value).toBe('Milik saya');
});

it('links each finding to its place and publishes only when nothing stands against it', async () => {
  const { user, api } = await editor({}, '?bagian=terbit');
  const panel = within(await screen.findByRole('tabpanel'));
  const targets = (await panel.findAllByRole('link')).map((link) => [link.textContent, link.getAttribute('href')]);
  expect(targets).toEqual([
    [expect.stringContaining('Tulis ringkasan untuk katalog'), `/kelola/pelatihan/${course.id}?bagian=keterangan`],
    [expect.stringContaining('Modul “Akhir” masih kosong'), `/kelola/pelatihan/${course.id}#module-${id(21)}`],
    [expect.stringContaining('2 gambar di “Satu” belum punya teks pengganti'), `/kelola/pelatihan/${course.id}/materi/${id(30)}`],
  ]);
  expect(screen.getByRole('button', { name: 'Terbitkan versi 1' })).toHaveProperty('disabled', true);
  expect(screen.getByRole('button', { name: 'Mengapa belum bisa?' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Terbitkan versi 1' }));
  expect(api.seen.map((one) => one.route)).not.toContain('courses.publish');
});

it('publishes the next version and says so', async () => {
  const published: Course = { ...course, status: 'published', published: { versionId: id(40), number: 1, at: '2026-11-22T02:00:00Z' } };
  const { user, api } = await editor({ 'courses.check': () => ({ items: [] }), 'courses.publish': () => published }, '?bagian=terbit');
  await user.click(await screen.findByRole('button', { name: 'Terbitkan versi 1' }));
  expect(await screen.findByText('Versi 1 terbit.')).toBeTruthy();
  expect(api.seen.find((one) => one.route === 'courses.publish')?.body).toEqual({ number: 1, learners: 'stay' });
  expect(screen.getByRole('button', { name: 'Terbitkan versi 2' })).toHaveProperty('disabled', true);
});
