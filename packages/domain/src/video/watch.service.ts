import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Heartbeat, HeartbeatAnswer, Viewing, WatchStart, WatchState } from '@pamong/contract/video';
import { VideoContent } from '@pamong/contract/video';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { GatheredWrites } from '@pamong/platform/database/gathered-writes';
import { newId } from '@pamong/platform/ids/new-id';
import { Live } from '@pamong/platform/live/live';
import { CoursesService } from '../courses/courses.service.js';
import { LearningService } from '../learning/learning.service.js';
import { MediaPlaybackService } from '../media/media-playback.service.js';
import { MediaService } from '../media/media.service.js';
import type { BeatClaim, BeatRow, WatchRow } from './watch.repository.js';
import { WatchRepository } from './watch.repository.js';
import { fromMultirange, lengthOf, neededOf, secondsPlayed, sizeOf, toMultirange } from './watched-seconds.rules.js';

/** The outline shows coverage in steps, so that a heartbeat seldom has to write it. */
const outlineSteps = 20;

/** Watching recordings: which seconds were seen, and when that is enough. */
@Injectable()
export class WatchService {
  private readonly beats = new GatheredWrites<BeatClaim, BeatRow | null>({
    keyOf: ({ viewingId }) => viewingId,
    write: (claims) => this.watch.creditWhole(this.db, claims),
  });

  constructor(
    private readonly db: Database,
    private readonly watch: WatchRepository,
    private readonly learning: LearningService,
    private readonly courses: CoursesService,
    private readonly media: MediaService,
    private readonly playback: MediaPlaybackService,
    private readonly live: Live,
    private readonly clock: Clock,
  ) {}

  /**
   * Where a lesson's recording is and what the learner has watched of it. Looking does not begin a viewing.
   * @throws Problem NOT_ENROLLED, NOT_FOUND, LESSON_LOCKED, MEDIA_NOT_READY
   */
  async state(personId: string, courseId: string, lessonId: string): Promise<WatchStart> {
    const { open, blank, playback } = await this.find(personId, courseId, lessonId);
    const row = await this.watch.find(this.db, open.enrolmentId, lessonId);
    return { playback, state: stateOf(row ?? blank) };
  }

  /**
   * Begins a viewing on the asking device. The person's viewing elsewhere ends and is told: one active device.
   * @throws Problem NOT_ENROLLED, NOT_FOUND, LESSON_LOCKED, MEDIA_NOT_READY
   */
  async open(personId: string, courseId: string, lessonId: string): Promise<Viewing> {
    const { open, blank, playback } = await this.find(personId, courseId, lessonId);
    const viewingId = newId();
    const row = await this.db.tx(async (tx) => {
      const now = this.clock.now();
      const place = { enrolmentId: open.enrolmentId, lessonId };
      const state = await this.watch.ensure(tx, { ...place, length: blank.length, needed: blank.needed }, now);
      const ended = await this.watch.endActive(tx, personId, now);
      await this.watch.insertViewing(tx, { id: viewingId, personId, ...place }, now);
      if (ended !== null) await this.live.send(tx, { personId, topic: 'video.viewing-taken', payload: { viewingId: ended } });
      return state;
    });
    return { viewingId, playback, state: stateOf(row) };
  }

  /**
   * A heartbeat: its share of one statement that writes one row for each, another one when part of the claim does not count or the viewing is not the
   * current one, one more when the outline's step changes, and a transaction only when the lesson becomes complete.
   * Sending the same again changes nothing. What time does not allow is not credited, and may be claimed again later.
   * @throws Problem VIEWING_UNKNOWN
   */
  async beat(personId: string, viewingId: string, beat: Heartbeat): Promise<HeartbeatAnswer> {
    // The recording's end is the database's to cut; here only a bound for the arithmetic.
    const played = secondsPlayed(beat.intervals, 86_400);
    const claim = { viewingId, personId, claim: toMultirange(played), size: sizeOf(played), positionMs: beat.positionMs, now: this.clock.now() };
    const row = (await this.beats.add(claim)) ?? (await this.watch.creditPart(this.db, claim));
    if (row === null) throw new Problem('VIEWING_UNKNOWN');
    const completed = row.completed || (await this.tellLearning(row));
    return { ...stateOf(row), completed, active: row.active, refused: row.refused };
  }

  /** @returns true when the lesson is complete now */
  private async tellLearning(row: BeatRow): Promise<boolean> {
    const enough = row.covered >= row.needed;
    const step = (covered: number) => Math.floor((covered * outlineSteps) / row.length);
    if (!enough && step(row.covered) === step(row.coveredBefore)) return false;
    const change = { enrolmentId: row.enrolmentId, lessonId: row.lessonId, detail: { coverage: Math.round((row.covered * 100) / row.length) / 100 } };
    if (!enough) {
      await this.learning.noteDetail(this.db, change);
      return false;
    }
    await this.db.tx(async (tx) => {
      // Learning locks the enrolment first, as every change of a learner's state does.
      await this.learning.completeLesson(tx, change);
      await this.watch.complete(tx, row.enrolmentId, row.lessonId, this.clock.now());
    });
    return true;
  }

  private async find(personId: string, courseId: string, lessonId: string) {
    const open = await this.learning.openLesson(this.db, personId, courseId, lessonId);
    if (open.lesson.kind !== 'video') throw new Problem('NOT_FOUND');
    const { content } = await this.courses.lessonContent(this.db, open.versionId, lessonId);
    const { assetId, seconds } = VideoContent.parse(content);
    const asset = await this.media.find(this.db, assetId);
    if (asset === null) throw new Problem('MEDIA_NOT_READY');
    const length = lengthOf(seconds);
    const blank: WatchRow = { seconds: '{}', covered: 0, length, needed: neededOf(length, open.lesson.completion.rule === 'watched' ? open.lesson.completion.share : 1), positionMs: 0, completed: false };
    return { open, blank, playback: await this.playback.playback(asset) };
  }
}

function stateOf(row: WatchRow): WatchState {
  return {
    watched: fromMultirange(row.seconds),
    covered: row.covered,
    length: row.length,
    needed: row.needed,
    completed: row.completed,
    positionMs: row.positionMs,
  };
}
