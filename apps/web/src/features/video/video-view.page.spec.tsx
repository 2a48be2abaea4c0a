import { screen, waitFor, within } from '@testing-library/react';
import { act } from 'react';
import type { HeartbeatAnswer, VideoContent, WatchState } from '@pamong/contract/video';
import type { CompiledCourse, LessonOutline } from '@pamong/contract/course-content';
import { FakeProblem } from '../../testing/fake-api.js';
import { renderPage } from '../../testing/render-page.js';
import VideoView from './video-view.js';
import { WatchSession, type SessionView } from './watch-session.js';

const courseId = '0199a2b4-7c00-7000-8000-0000000000c1';
const lessonId = '0199a2b4-7c00-7000-8000-0000000000c2';
const viewingId = '0199a2b4-7c00-7000-8000-0000000000c3';
const renditions = [{ name: 'v240', width: 426, height: 240, bytes: 3_100_000 }, { name: 'v480', width: 854, height: 480, bytes: 9_000_000 }];
const playback = {
  master: '/api/media-files/t/master.m3u8', poster: '/api/media-files/t/poster.webp', base: '/api/media-files/t/', expiresAt: '2026-11-23T00:00:00Z', renditions,
  captions: [{ language: 'id', file: 'captions-id-0123456789ab.vtt', cues: 2 }],
};
const state: WatchState = { watched: [[0, 60], [80, 100]], covered: 80, length: 200, needed: 180, completed: false, positionMs: 60_400 };
const content: VideoContent = {
  assetId: '0199a2b4-7c00-7000-8000-0000000000c4', seconds: 200, sound: true, renditions, captions: playback.captions,
  chapters: [{ start: 0, title: 'Pembuka' }, { start: 50, title: 'Contoh surat' }], notes: '<p>Ringkasan rapat</p>',
};
const lesson: LessonOutline = { id: lessonId, kind: 'video', title: 'Menebak kata', minutes: 20, required: true, requires: [], completion: { rule: 'watched', share: 0.9 }, release: null, facts: {} };
const course = { courseId, rules: { watchThreshold: 0.9 } } as unknown as CompiledCourse;

const open = (answers: Parameters<typeof renderPage>[1]['answers'] = {}) =>
  renderPage(() => <VideoView course={course} lesson={lesson} content={content} progress={null} onCompleted={() => undefined} />, {
    namespaces: ['video'],
    answers: { 'video.state': () => ({ playback, state }), ...answers },
  });

afterEach(() => localStorage.clear());

it('shows before play what it costs, what was watched and where it goes on, and fetches nothing else', async () => {
  const { api } = await open();
  expect(await screen.findByRole('button', { name: 'Lanjutkan dari 1.00' })).toBeTruthy();
  expect(screen.getByText('3 menit · paling banyak 9 MB')).toBeTruthy();
  expect(screen.getByText('Sudah ditonton 40%')).toBeTruthy();
  expect(screen.getByText('Materi selesai pada 90%')).toBeTruthy();
  expect(screen.getByRole('button', { name: /Putar bagian yang belum ditonton.*1\.00–1\.20/ })).toBeTruthy();
  expect(screen.getByText('Contoh surat').closest('button')?.getAttribute('aria-current')).toBe('true');
  expect(screen.getByText('Ringkasan rapat')).toBeTruthy();
  expect(document.querySelector('video')).toBeNull();
  expect(api.seen.map((one) => one.route)).toEqual(['video.state']);
});

it('saves data on request, says what that costs, and remembers it on this device', async () => {
  const { user } = await open();
  await user.click(await screen.findByRole('switch', { name: /Hemat kuota/ }));
  expect(screen.getByText('3 menit · paling banyak 3,1 MB')).toBeTruthy();
  const quality = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Kualitas gambar' });
  expect([quality.value, quality.disabled]).toEqual(['v240', true]);
  expect(within(quality).getByText('480p · 9 MB')).toBeTruthy();
  expect(localStorage.getItem('pamong.saver')).toBe('1');
});

it('says why a viewing cannot begin and offers to try again', async () => {
  const { user } = await open({ 'video.open': () => new FakeProblem('MEDIA_NOT_READY') });
  await user.click(await screen.findByRole('button', { name: 'Lanjutkan dari 1.00' }));
  expect(await screen.findByText('Rekaman belum dapat diputar. Tunggu sebentar, lalu coba lagi.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Coba lagi' })).toBeTruthy();
});

it('sends what an earlier page could not, before it reads where to go on', async () => {
  localStorage.setItem(`pamong.watch.${viewingId}`, JSON.stringify({ lessonId, positionMs: 70_000, intervals: [[60_000, 70_000]] }));
  const { api } = await open({ 'video.watch': () => ({ ...state, active: true, refused: 0 }) });
  await screen.findByRole('button', { name: 'Lanjutkan dari 1.00' });
  expect(api.seen.map(({ route, body }) => ({ route, body }))).toEqual([
    { route: 'video.watch', body: { intervals: [[60_000, 70_000]], positionMs: 70_000 } },
    { route: 'video.state', body: undefined },
  ]);
  expect(localStorage.length).toBe(0);
});

describe('a viewing', () => {
  /** The server of these tests credits whatever it is told. */
  const credits = (more: Partial<HeartbeatAnswer> = {}) => ({ body }: { body: { intervals: [number, number][]; positionMs: number } }): HeartbeatAnswer => {
    const watched = body.intervals.map(([from, until]): [number, number] => [Math.round(from / 1_000), Math.round(until / 1_000)]);
    return { ...state, watched, covered: 20, positionMs: body.positionMs, active: true, refused: 0, ...more };
  };

  async function begin(answers: Parameters<typeof renderPage>[1]['answers'] = { 'video.watch': credits() }) {
    const { api } = await renderPage(() => null, { namespaces: ['video'], answers });
    const views: SessionView[] = [];
    const completed = jest.fn();
    const now = jest.spyOn(performance, 'now').mockReturnValue(1_000_000);
    const session = new WatchSession({ viewingId, playback, state: { ...state, watched: [], covered: 0, positionMs: 0 } }, lessonId, (view) => views.push(view), completed);
    let at = 0;
    /** Plays for some seconds, told four times a second. */
    const play = async (from: number, seconds: number) => {
      for (let ms = 0; ms <= seconds * 1_000; ms += 250) {
        at += 250;
        now.mockReturnValue(at + 1_000_000);
        session.playing(from + ms, 1);
        if (ms % 5_000 === 0) await act(() => Promise.resolve());
      }
    };
    return { api, session, play, completed, last: () => views.at(-1) };
  }

  afterEach(() => jest.restoreAllMocks());

  it('reports while it plays and when it stops', async () => {
    const { api, session, play, last } = await begin();
    await play(0, 16);
    await waitFor(() => expect(api.seen).toHaveLength(1));
    session.stopped(16_000);
    await waitFor(() => expect(api.seen).toHaveLength(2));
    expect(api.seen[1]?.body).toMatchObject({ positionMs: 16_000 });
    expect(last()).toMatchObject({ active: true, waiting: false });
  });

  it('keeps its reports while the network is away and sends all of it afterwards', async () => {
    const { api, session, play, last } = await begin();
    api.online = false;
    await play(0, 20);
    session.stopped(20_000);
    await waitFor(() => expect(last()).toMatchObject({ waiting: true }));
    expect(JSON.parse(localStorage.getItem(`pamong.watch.${viewingId}`) ?? '{}')).toMatchObject({ lessonId, positionMs: 20_000, intervals: [[0, 20_000]] });
    api.online = true;
    session.beat();
    await waitFor(() => expect(last()).toMatchObject({ waiting: false, state: { watched: [[0, 20]] } }));
    expect(api.seen.at(-1)?.body).toEqual({ intervals: [[0, 20_000]], positionMs: 20_000 });
    expect(localStorage.length).toBe(0);
  });

  it('stops when another device has taken over, and tells once when the lesson is complete', async () => {
    const { session, play, completed, last } = await begin({ 'video.watch': credits({ completed: true, active: false }) });
    await play(0, 5);
    session.stopped(5_000);
    await waitFor(() => expect(last()).toMatchObject({ active: false }));
    session.beat();
    await waitFor(() => expect(completed).toHaveBeenCalledTimes(1));
  });
});
