import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useSession } from '../../shared/session/use-session.js';
import { SlotsContext } from '../../shared/slots/slots.js';
import type { LessonEditorProps } from '../../shared/slots/slots.js';
import { instructor, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import CoursesPage from './courses.page.js';
import LessonEditorPage from './lesson-editor.page.js';
import type { Course, Lesson } from './use-course.js';

const id = (last: number) => `0199a2b4-7c00-7000-8000-0000000000${last}`;
const row = { id: id(30), kind: 'text' as const, title: 'Satu', minutes: 0, required: true, completion: null, requires: null, release: null, revision: 3 };
const lesson: Lesson = { ...row, courseId: id(10), moduleId: id(20), body: { html: '<p>a</p>' }, updatedAt: '2026-11-22T02:00:00Z', completions: ['marked', 'opened'] };
const course = {
  id: id(10), title: 'Menulis surat', modules: [{ id: id(20), title: 'Awal', minutes: 0, jp: 0, lessons: [row, { ...row, id: id(31), title: 'Dua' }] }], minutes: 0, jp: 0,
} as unknown as Course;

function FakeEditor({ body, onChange }: LessonEditorProps) {
  return <button type="button" onClick={() => onChange({ html: '<p>b</p>' })}>{JSON.stringify(body)}</button>;
}

function Gated() {
  return useSession().me ? (
    <SlotsContext value={{ lessonEditors: { text: FakeEditor } }}>
      <LessonEditorPage />
    </SlotsContext>
  ) : null;
}

it("saves title, minutes and the kind's body in one request on the revision that was seen", async () => {
  const { user, api } = await renderPage(Gated, {
    path: '/kelola/pelatihan/:courseId/materi/:lessonId', at: `/kelola/pelatihan/${id(10)}/materi/${id(30)}`, namespaces: ['courses'],
    answers: { 'session.get': () => sessionOf(instructor), 'courses.get': () => course, 'courses.getLesson': () => lesson, 'courses.changeLesson': () => ({ ...lesson, revision: 4 }) },
  });
  fireEvent.change(await screen.findByLabelText('Judul materi'), { target: { value: '' } });
  expect(screen.getByText('Beri judul agar materi dapat disimpan.')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Judul materi'), { target: { value: 'Pembaca' } });
  fireEvent.change(screen.getByLabelText('Menit'), { target: { value: '20a' } });
  await user.click(screen.getByRole('button', { name: '{"html":"<p>a</p>"}' }));
  await waitFor(() => expect(api.seen.filter((one) => one.route === 'courses.changeLesson').map((one) => one.body)).toEqual([{ title: 'Pembaca', minutes: 20, body: { html: '<p>b</p>' }, revision: 3 }]), { timeout: 3_000 });
  expect(screen.getByRole('link', { name: /Berikutnya.*Dua/ }).getAttribute('href')).toBe(`/kelola/pelatihan/${id(10)}/materi/${id(31)}`);
});

it('starts a draft from a title alone', async () => {
  const { user, api } = await renderPage(CoursesPage, {
    path: '/kelola/pelatihan', namespaces: ['courses'],
    answers: { 'session.get': () => sessionOf(instructor), 'courses.list': () => ({ items: [], total: 0, page: 1, size: 20 }), 'courses.create': () => course },
  });
  expect(await screen.findByText('Pelatihan Anda akan ada di sini')).toBeTruthy();
  await user.click(screen.getAllByRole('button', { name: 'Buat pelatihan' })[0] as HTMLElement);
  await user.type(await screen.findByLabelText('Judul'), 'Menulis surat');
  await user.click(screen.getByRole('button', { name: 'Buat draf' }));
  expect(await screen.findByText(`di: /kelola/pelatihan/${id(10)}`)).toBeTruthy();
  expect(api.seen.find((one) => one.route === 'courses.create')?.body).toEqual({ title: 'Menulis surat' });
});
