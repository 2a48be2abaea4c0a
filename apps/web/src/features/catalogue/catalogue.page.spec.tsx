import type { CourseCard, PublicCourse } from '@pamong/contract/catalogue';
import { screen, waitFor, within } from '@testing-library/react';
import type * as z from 'zod';
import { nobody } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import CataloguePage from './catalogue.page.js';
import CoursePage from './course.page.js';

const id = (last: number) => `0199a2b4-7c00-7000-8000-0000000000${last}`;
const organiser = { id: id(20), name: 'Kementerian Layanan Digital', shortName: 'Kemen LDK' };

const card: z.output<typeof CourseCard> = {
  courseId: id(10), code: 'AI-101', title: 'Kecerdasan Artifisial untuk ASN', summary: '', level: 'basic', category: 'Transformasi digital',
  organiser, minutes: 180, jp: 4, modules: 4, lessons: 8,
};
const facets = { categories: [{ value: 'Transformasi digital', count: 1 }], levels: [{ value: 'basic' as const, count: 1 }], organisers: [{ value: organiser.id, name: 'Kemen LDK', count: 1 }] };

const lesson = { id: id(30), kind: 'video' as const, title: 'Menebak kata', minutes: 20, required: true, requires: [], completion: { rule: 'passed' as const }, release: null, facts: {} };
const course: PublicCourse = {
  courseId: id(10), versionId: id(11), number: 1, code: 'AI-101', title: 'Kecerdasan Artifisial untuk ASN', summary: 'Memakai AI dengan aman.',
  objectives: ['Menulis perintah yang jelas'], audience: 'Semua ASN', level: 'basic', category: 'Transformasi digital', language: 'id', competences: [],
  organiser: { ...organiser, timeZone: 'Asia/Jakarta' },
  instructors: [{ personId: id(12), fullName: "Dr. Hj. Nurhayati Ma'ruf, S.Kom., M.Si.", post: 'Pranata Komputer' }],
  siasnKind: 16, minutes: 180, jp: 4,
  form: 'self_paced' as const, contact: '', cover: null, prerequisites: [],
  rules: { passMark: 70, watchThreshold: 0.9, maxAttempts: 3, retryAfterMinutes: 30, requirements: ['all_lessons', 'final_score', 'evaluation'] },
  modules: [{ id: id(13), title: 'Di balik layar', minutes: 180, jp: 4, lessons: [lesson, { ...lesson, id: id(31), kind: 'quiz', title: 'Tes akhir' }] }],
};

const catalogue = (answers: Parameters<typeof renderPage>[1]['answers'], at = '/katalog') =>
  renderPage(CataloguePage, { path: '/katalog', at, namespaces: ['catalogue'], answers: { 'session.get': () => nobody, ...answers } });

it('shows what a course gives: hours, time, lessons, organiser', async () => {
  await catalogue({ 'catalogue.list': () => ({ items: [card, { ...card, courseId: id(14), code: 'X-1', title: 'Singkat', minutes: 5, jp: 0 }], total: 2, page: 1, size: 24, facets }) });
  const link = await screen.findByRole('link', { name: card.title });
  expect(link.getAttribute('href')).toBe('/pelatihan/AI-101');
  const [first, second] = screen.getAllByRole('listitem');
  expect(within(first as HTMLElement).getByText('4 JP')).toBeTruthy();
  expect(within(first as HTMLElement).getByText('3 jam')).toBeTruthy();
  expect(within(second as HTMLElement).getByText('Tanpa JP')).toBeTruthy();
});

it('keeps search and filters in the address, and clears them', async () => {
  const asked: unknown[] = [];
  const { user, router } = await catalogue(
    {
      'catalogue.list': ({ query }) => {
        asked.push(query);
        return { items: query.q === 'arsip' ? [] : [card], total: query.q === 'arsip' ? 0 : 1, page: 1, size: 24, facets };
      },
    },
    '/katalog?tingkat=basic',
  );
  await screen.findByRole('link', { name: card.title });
  expect(asked[0]).toMatchObject({ level: 'basic' });
  await user.type(screen.getByRole('searchbox'), 'arsip');
  expect(await screen.findByText('Belum ada pelatihan yang cocok')).toBeTruthy();
  expect(router.state.location.search).toBe('?tingkat=basic&q=arsip');
  await user.click(screen.getByRole('button', { name: 'Hapus saringan' }));
  await screen.findByRole('link', { name: card.title });
  expect(router.state.location.search).toBe('');
  expect((screen.getByRole('searchbox') as HTMLInputElement).value).toBe('');
});

it('tells the rules of a course in words and offers visitors the way in', async () => {
  await renderPage(CoursePage, {
    path: '/pelatihan/:course', at: '/pelatihan/AI-101', namespaces: ['catalogue'],
    answers: { 'session.get': () => nobody, 'catalogue.get': ({ params }) => ({ ...course, code: params.course }) },
  });
  expect(await screen.findByRole('heading', { level: 1, name: course.title })).toBeTruthy();
  expect(screen.getByText('Selesaikan 2 materi wajib, berurutan. Video dihitung selesai setelah 90% isinya Anda tonton.')).toBeTruthy();
  expect(screen.getByText('Capai nilai minimal 70 pada tes akhir. Ada 3 kesempatan. Jeda antara dua percobaan 30 menit.')).toBeTruthy();
  expect(screen.getByText("Dr. Hj. Nurhayati Ma'ruf, S.Kom., M.Si.")).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Ikuti pelatihan' }).getAttribute('href')).toBe('/masuk?lanjut=%2Fpelatihan%2FAI-101');
  await waitFor(() => expect(document.title).toBe(`${course.title} · Pamong`));
});

it('offers no filters where nothing is published yet', async () => {
  await catalogue({ 'catalogue.list': () => ({ items: [], total: 0, page: 1, size: 24, facets: { categories: [], levels: [], organisers: [] } }) });
  expect(await screen.findByText('Pelatihan akan ada di sini')).toBeTruthy();
  expect(screen.queryByRole('combobox')).toBeNull();
});
