import type { Span } from './watched-seconds.rules.js';
import type { Actor } from '../access/actor.js';
import { someAuthor, somePublishedCourse } from '../courses/courses.factory.js';
import { EnrolmentsService } from '../enrolments/enrolments.service.js';
import { LearningService } from '../learning/learning.service.js';
import { someRecording } from '../media/media.factory.js';
import { DomainBed } from '../testing/domain-bed.js';
import { somePerson } from '../testing/factories.js';
import { WatchService } from './watch.service.js';

describe('watching a recording', () => {
  let bed: DomainBed;
  let author: Actor;
  let watch: WatchService;

  beforeAll(async () => {
    bed = await DomainBed.open();
    author = await someAuthor(bed);
    watch = bed.get(WatchService);
  });

  afterAll(() => bed.close());

  /** A learner in a published course whose only lesson is a recording of 100 seconds. */
  async function someLearner(seconds = 100) {
    const assetId = await someRecording(bed, author, { seconds });
    const course = await somePublishedCourse(bed, author, {
      modules: [{ title: 'Rekaman', lessons: [{ kind: 'video', title: 'Menebak kata', minutes: 45, body: { assetId, chapters: [], notes: '' } }] }],
    });
    const personId = await somePerson(bed);
    await bed.get(EnrolmentsService).enrol(personId, course.id, 'Nurhayati, S.Kep., Ns.');
    const lessonId = course.modules[0]?.lessons[0]?.id ?? '';
    return { personId, courseId: course.id, lessonId, open: () => watch.open(personId, course.id, lessonId) };
  }

  const beat = (personId: string, viewingId: string, intervals: Span[], positionMs = 0) =>
    watch.beat(personId, viewingId, { intervals: intervals.map(([from, until]): [number, number] => [from, until]), positionMs });

  it('credits what was played, once, and resumes to the millisecond', async () => {
    const { personId, open, courseId, lessonId } = await someLearner();
    const { viewingId, state, playback } = await open();
    expect(state).toEqual({ watched: [], covered: 0, length: 100, needed: 90, completed: false, positionMs: 0 });
    expect(playback.master).toMatch(/^\/api\/media-files\/[\w-]{48}\/master\.m3u8$/);
    bed.clock.advance({ seconds: 15 });
    const first = await beat(personId, viewingId, [[0, 15_200]], 15_200);
    expect(first).toMatchObject({ watched: [[0, 15]], covered: 15, active: true, refused: 0, positionMs: 15_200 });
    expect(await beat(personId, viewingId, [[0, 15_200]], 15_200)).toEqual(first);
    expect((await watch.state(personId, courseId, lessonId)).state.positionMs).toBe(15_200);
    expect((await open()).state).toMatchObject({ positionMs: 15_200, covered: 15 });
  });

  it('refuses a forged claim: twice the time and five seconds, no more', async () => {
    const { personId, open } = await someLearner();
    const { viewingId } = await open();
    bed.clock.advance({ seconds: 10 });
    const forged = await beat(personId, viewingId, [[0, 100_000]]);
    expect(forged).toMatchObject({ watched: [[0, 25]], covered: 25, refused: 75, completed: false });
    // The five seconds were given once; asking again gives what time allows, and nothing for seconds that count already.
    expect(await beat(personId, viewingId, [[0, 100_000]])).toMatchObject({ covered: 25, refused: 75 });
    bed.clock.advance({ seconds: 1 });
    expect(await beat(personId, viewingId, [[40_000, 100_000]])).toMatchObject({ watched: [[0, 25], [40, 42]], refused: 58 });
    // A new viewing begins its own account, without another five seconds.
    const again = await open();
    expect(await beat(personId, again.viewingId, [[0, 100_000]])).toMatchObject({ covered: 27 });
    bed.clock.advance({ seconds: 2 });
    expect(await beat(personId, again.viewingId, [[0, 100_000]])).toMatchObject({ covered: 31 });
  });

  it('does not let a lesson be watched by opening it again and again', async () => {
    const { personId, open } = await someLearner();
    for (let times = 0; times < 20; times += 1) {
      const { viewingId } = await open();
      await beat(personId, viewingId, [[0, 100_000]]);
    }
    expect((await open()).state).toMatchObject({ covered: 5, completed: false });
  });

  it('does not credit more when claims race', async () => {
    const { personId, open } = await someLearner();
    const { viewingId } = await open();
    bed.clock.advance({ seconds: 10 });
    const claims = Array.from({ length: 5 }, (_, i): Span => [i * 20_000, (i + 1) * 20_000]);
    await Promise.all(claims.map((claim) => beat(personId, viewingId, [claim])));
    expect((await beat(personId, viewingId, [])).covered).toBe(25);
  });

  it('completes the lesson at the threshold and tells learning once', async () => {
    const { personId, open, courseId, lessonId } = await someLearner();
    const { viewingId } = await open();
    bed.clock.advance({ seconds: 60 });
    expect((await beat(personId, viewingId, [[0, 89_000]])).completed).toBe(false);
    const done = await beat(personId, viewingId, [[0, 89_000], [95_000, 96_000]]);
    expect(done).toMatchObject({ completed: true, covered: 90 });
    const overlay = JSON.parse(await bed.get(LearningService).overlay(personId, courseId)) as { lessons: { lessonId: string; completedAt: string | null; detail: unknown }[] };
    expect(overlay.lessons).toEqual([expect.objectContaining({ lessonId, completedAt: expect.any(String), detail: { coverage: 0.9 } })]);
    expect(await beat(personId, viewingId, [[0, 89_000], [95_000, 96_000]])).toMatchObject({ completed: true });
  });

  it('has one active device: the new one takes over, the old one is told and keeps what it had played', async () => {
    const { personId, open } = await someLearner();
    const phone = await open();
    bed.clock.advance({ seconds: 20 });
    const laptop = await open();
    bed.clock.advance({ seconds: 60 });
    // What the phone played before the takeover counts, within its own time; its position does not.
    const late = await beat(personId, phone.viewingId, [[0, 20_000]], 20_000);
    expect(late).toMatchObject({ active: false, covered: 20, positionMs: 0 });
    expect(await beat(personId, phone.viewingId, [[0, 100_000]])).toMatchObject({ covered: 45, refused: 55 });
    expect(await beat(personId, laptop.viewingId, [[40_000, 60_000]], 60_000)).toMatchObject({ active: true, covered: 60, positionMs: 60_000 });
  });

  it('gives a viewing that another one followed its own account back, and no second one', async () => {
    const { personId, open } = await someLearner();
    const former = await open();
    bed.clock.advance({ seconds: 10 });
    expect(await beat(personId, former.viewingId, [[0, 20_000]])).toMatchObject({ covered: 20, refused: 0 });
    const current = await open();
    // 25 seconds of its time, 20 of them credited while it was the current one.
    expect(await beat(personId, former.viewingId, [[20_000, 60_000]])).toMatchObject({ active: false, covered: 25, refused: 35 });
    expect(await beat(personId, former.viewingId, [[60_000, 90_000]])).toMatchObject({ covered: 25, refused: 30 });
    bed.clock.advance({ seconds: 5 });
    expect(await beat(personId, current.viewingId, [[60_000, 100_000]])).toMatchObject({ active: true, covered: 35, refused: 30 });
  });

  it('credits seconds once when new claims race with an opening', async () => {
    const { personId, open } = await someLearner(1_000);
    const { viewingId } = await open();
    bed.clock.advance({ seconds: 100 });
    const claims = Array.from({ length: 10 }, (_, i): Span => [i * 10_000, (i + 1) * 10_000]);
    await Promise.all([...claims.map((claim) => beat(personId, viewingId, [claim])), open()]);
    expect(await beat(personId, viewingId, [[0, 1_000_000]])).toMatchObject({ covered: 205 });
  });

  it('lets nobody report for somebody else', async () => {
    const one = await someLearner();
    const other = await someLearner();
    const { viewingId } = await one.open();
    await expect(beat(other.personId, viewingId, [[0, 1_000]])).rejects.toMatchObject({ code: 'VIEWING_UNKNOWN' });
    await expect(watch.open(other.personId, one.courseId, one.lessonId)).rejects.toMatchObject({ code: 'NOT_ENROLLED' });
  });

  it('takes an honest viewer on a dropping line to 100 %', async () => {
    const { personId, open } = await someLearner(600);
    let { viewingId } = await open();
    let seed = 11;
    const chance = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    // Plays at 1.5 times, a beat every 15 s; half of the beats are lost on the way there or on the way back. As the player does, each
    // beat carries whatever the server has not confirmed.
    let played: Span[] = [];
    let at = 0;
    let covered = 0;
    while (at < 600_000) {
      bed.clock.advance({ seconds: 15 });
      const until = Math.min(600_000, at + 22_500);
      played = [...played, [at, until]];
      at = until;
      if (chance() < 0.35) continue;
      const answer = await beat(personId, viewingId, played, at);
      expect(answer.refused).toBe(0);
      if (chance() < 0.3) continue;
      covered = answer.covered;
      if (chance() < 0.2) ({ viewingId } = await openAgain());
    }
    const end = await beat(personId, viewingId, played, at);
    expect(end).toMatchObject({ covered: 600, length: 600, completed: true });
    expect(covered).toBeGreaterThan(0);

    async function openAgain() {
      const reopened = await open();
      played = [];
      return reopened;
    }
  });

  it('spends one statement on a heartbeat', async () => {
    const { personId, open } = await someLearner(10_000);
    const { viewingId } = await open();
    bed.clock.advance({ seconds: 15 });
    const statements = jest.spyOn(bed.db.pool, 'query');
    const connections = jest.spyOn(bed.db.pool, 'connect');
    await beat(personId, viewingId, [[0, 15_000]], 15_000);
    expect(statements).toHaveBeenCalledTimes(1);
    // pool.query takes its own connection; a transaction would have taken one more.
    expect(connections.mock.calls.length).toBeLessThanOrEqual(1);
    statements.mockRestore();
    connections.mockRestore();
  });

  it('spends one more, and no transaction, when the outline shows a step more', async () => {
    const { personId, open } = await someLearner(100);
    const { viewingId } = await open();
    bed.clock.advance({ seconds: 15 });
    const statements = jest.spyOn(bed.db.pool, 'query');
    const transactions = jest.spyOn(bed.db, 'tx');
    expect(await beat(personId, viewingId, [[0, 15_000]], 15_000)).toMatchObject({ covered: 15, completed: false });
    expect(statements).toHaveBeenCalledTimes(2);
    expect(transactions).not.toHaveBeenCalled();
    statements.mockRestore();
    transactions.mockRestore();
  });

  it('credits a crowd that beats together in one statement, each for itself', async () => {
    const crowd = await Promise.all([1, 2, 3].map(() => someLearner(10_000)));
    const viewings = await Promise.all(crowd.map(({ open }) => open()));
    bed.clock.advance({ seconds: 15 });
    const statements = jest.spyOn(bed.db.pool, 'query');
    const beats = viewings.map(({ viewingId }, index) => beat(crowd[index]?.personId ?? '', viewingId, [[0, index === 1 ? 60_000 : 15_000]], 15_000));
    const stranger = beat(crowd[0]?.personId ?? '', viewings[2]?.viewingId ?? '', [[100_000, 110_000]]);
    const outcomes = await Promise.allSettled([...beats, stranger]);
    expect(outcomes.slice(0, 3)).toMatchObject([
      { value: { watched: [[0, 15]], covered: 15, refused: 0 } },
      { value: { watched: [[0, 35]], covered: 35, refused: 25 } },
      { value: { watched: [[0, 15]], covered: 15, refused: 0 } },
    ]);
    expect(outcomes[3]).toMatchObject({ reason: { code: 'VIEWING_UNKNOWN' } });
    // One for the three; one for the rest of the greedy one's; two for the stranger, who asks for a viewing that is on its way already.
    expect(statements).toHaveBeenCalledTimes(4);
    statements.mockRestore();
  });
});
