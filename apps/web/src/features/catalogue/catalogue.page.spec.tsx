import type { PublicCourse } from '@pamong/contract/catalogue';
import type { CourseCard } from '@pamong/contract/search';
import { screen, waitFor, within } from '@testing-library/react';
import { FakeProblem } from '../../testing/fake-api.js';
import { nobody } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import CataloguePage from './catalogue.page.js';
import CoursePage from './course.page.js';

const id = (last: number) => `0199a2b4-7c00-7000-8000-0000000000${last}`;
const organiser = { id: id(20), name: 'Kementerian Layanan Digital', shortName: 'Kemen LDK' };

const plain = (text: string) => [{ text, hit: false }];
const card: CourseCard = {
  courseId: id(10), code: 'AI-101', title: 'Kecerdasan Artifisial untuk ASN', heading: plain('Kecerdasan Artifisial untuk ASN'), summary: '', level: 'basic',
  category: 'Transformasi digital', form: 'self_paced', language: 'id', cover: null, organiser, minutes: 180, jp: 4, bytes: 12_400_000, modules: 4, lessons: 8,
  agencyOnly: false, seatsLeft: null, prerequisites: [], enrolled: false, hits: [], hitCount: 0,
};
const choice = (value: string, count: number, name = '') => ({ value, name, count });
const facets = {
  topic: [choice('Transformasi digital', 3, 'Transformasi digital'), choice('Arsip', 2, 'Arsip')], jp: [choice('7', 1), choice('0', 4)],
  level: [choice('advanced', 1), choice('basic', 4)], competence: [], form: [choice('self_paced', 5)], duration: [], organiser: [], language: [choice('id', 5)],
};
const found = (items: CourseCard[], more: object = {}) => ({
  items, total: items.length, page: 1, size: 12, facets, corrected: null, loose: false, instead: { words: [], topics: [], without: [] }, ...more,
});
const noSuggestions = { courses: [], topics: [], corrected: null };

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

it('shows what a course gives and takes: hours, time, megabytes, seats, what comes before', async () => {
  const full = { ...card, courseId: id(14), code: 'X-1', title: 'Singkat', heading: plain('Singkat'), minutes: 5, jp: 0, bytes: 0, seatsLeft: 0, prerequisites: [{ code: 'A', title: 'Dasar Arsip' }] };
  await catalogue({ 'search.courses': () => found([card, full]) });
  const link = await screen.findByRole('link', { name: card.title });
  expect(link.getAttribute('href')).toBe('/pelatihan/AI-101');
  const [first, second] = link.closest('ul')?.children ?? [];
  for (const words of ['4 JP', '3 jam', '12,4 MB', '8 materi']) expect(within(first as HTMLElement).getByText(words)).toBeTruthy();
  for (const words of ['Tanpa JP', 'Kursi penuh', 'Selesaikan dulu: Dasar Arsip']) expect(within(second as HTMLElement).getByText(words)).toBeTruthy();
});

it('leads from a sentence to the lesson, for who takes the course to the second', async () => {
  const hit = { lessonId: id(30), kind: 'video' as const, title: plain('Menebak kata'), passage: [{ text: 'Jangan ', hit: false }, { text: '<b>tempelkan</b>', hit: true }], second: 125 };
  await catalogue({ 'search.courses': () => found([{ ...card, hits: [hit], hitCount: 3, enrolled: true }, { ...card, courseId: id(14), code: 'X-1', hits: [hit], hitCount: 1 }]) }, '/katalog?q=tempelkan');
  const [own, other] = await screen.findAllByRole('link', { name: /Menebak kata/ });
  expect(own?.getAttribute('href')).toBe(`/belajar/${id(10)}/materi/${id(30)}?t=125`);
  expect(other?.getAttribute('href')).toBe(`/pelatihan/X-1#materi-${id(30)}`);
  expect(own?.textContent).toBe('Menebak kata · menit 2.05Jangan <b>tempelkan</b>');
  expect(own?.querySelector('mark')?.textContent).toBe('<b>tempelkan</b>');
  expect(screen.getByText('dan 2 materi lain')).toBeTruthy();
});

it('keeps several choices in the address, and clears them', async () => {
  const asked: unknown[] = [];
  const { user, router } = await catalogue(
    {
      'search.courses': ({ query }) => {
        asked.push(query);
        return query.q === 'arsip' ? found([], { instead: { words: ['arsiparis'], topics: [{ value: 'Etika', count: 2 }], without: [{ facet: 'level', count: 4 }] } }) : found([card]);
      },
      'search.suggest': () => noSuggestions,
    },
    '/katalog?tingkat=basic&tingkat=salah',
  );
  await screen.findByRole('link', { name: card.title });
  expect(asked[0]).toMatchObject({ level: 'basic', order: 'newest' });
  const topics = within(screen.getByRole('group', { name: 'Topik' }));
  await user.click(topics.getByRole('checkbox', { name: /Arsip/ }));
  await user.click(topics.getByRole('checkbox', { name: /Transformasi digital/ }));
  expect(router.state.location.search).toBe('?tingkat=basic&tingkat=salah&topik=Arsip&topik=Transformasi+digital');
  expect(within(screen.getByRole('group', { name: 'Jam pelajaran' })).getAllByRole('checkbox').map((box) => box.closest('label')?.textContent)).toEqual(['Tanpa JP4', '7 JP ke atas1']);
  // One choice is none.
  expect(screen.queryByRole('group', { name: 'Bentuk' })).toBeNull();

  await user.type(screen.getByRole('combobox', { name: /Cari judul/ }), 'arsip{Enter}');
  expect(await screen.findByText('Tidak ada yang cocok dengan “arsip”')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'arsiparis' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Tingkat: 4 pelatihan' }));
  expect(new URLSearchParams(router.state.location.search).get('tingkat')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Hapus saringan' }));
  await screen.findByRole('link', { name: card.title });
  expect(router.state.location.search).toBe('');
  expect((screen.getByRole('combobox', { name: /Cari judul/ }) as HTMLInputElement).value).toBe('');
});

it('suggests while one types, by keyboard alone, from the key / on', async () => {
  const { user, router } = await catalogue({
    'search.courses': () => found([card]),
    'search.suggest': () => ({ courses: [{ code: 'AI-101', title: [{ text: 'Kecerdasan', hit: true }], jp: 4, minutes: 180 }], topics: [{ value: 'Arsip', count: 2 }], corrected: 'kecerdasan' }),
  });
  await screen.findByRole('link', { name: card.title });
  await user.keyboard('/kecerdsan');
  const box = screen.getByRole('combobox', { name: /Cari judul/ });
  expect(document.activeElement).toBe(box);
  const options = await within(await screen.findByRole('listbox')).findAllByRole('option');
  expect(options.map((option) => option.textContent)).toEqual(['Kecerdasan4 JP · 3 jam', 'ArsipTopik, 2 pelatihan', 'Cari “kecerdasan” di semua materi']);
  expect(screen.getByText('3 saran. Pilih dengan tombol panah.')).toBeTruthy();
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(box.getAttribute('aria-activedescendant')).toBe(options[2]?.id);
  await user.keyboard('{Enter}');
  expect(router.state.location.search).toBe('?q=kecerdasan');
  expect(screen.queryByRole('listbox')).toBeNull();
});

it('says how a slip of the pen was read, and searches exactly on demand', async () => {
  const { user, router } = await catalogue(
    { 'search.courses': ({ query }) => found([card], query.exact === 'true' ? {} : { corrected: 'kecerdasan' }) },
    '/katalog?q=kecerdsan',
  );
  expect(await screen.findByText('Menampilkan hasil untuk “kecerdasan”.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Cari persis “kecerdsan”' }));
  expect(router.state.location.search).toBe('?q=kecerdsan&persis=1');
  await waitFor(() => expect(screen.queryByText(/Menampilkan hasil/)).toBeNull());
});

it('says so when the catalogue cannot be opened, and tries again', async () => {
  let tries = 0;
  const { user } = await catalogue({
    'search.courses': () => {
      tries += 1;
      return tries === 1 ? new FakeProblem('SERVER_FAULT') : found([card]);
    },
  });
  await user.click(await screen.findByRole('button', { name: /Coba lagi/ }));
  expect(await screen.findByRole('link', { name: card.title })).toBeTruthy();
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
  const none = { topic: [], jp: [], level: [], competence: [], form: [], duration: [], organiser: [], language: [] };
  await catalogue({ 'search.courses': () => found([], { facets: none }) });
  expect(await screen.findByText('Pelatihan akan ada di sini')).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
});
