import type { Viewing, WatchState } from '@pamong/contract/video';
import { ApiProblem } from '@pamong/contract/client';
import { api } from '../../shared/api/client.js';
import { PlayedLog, type Span } from './played-log.rules.js';
import { forgetViewing, rememberViewing } from './waiting-viewings.js';

/** What the page shows of a viewing. */
export interface SessionView {
  readonly state: WatchState;
  /** Where this player stands. */
  readonly positionMs: number;
  /** False when another device has begun to play. */
  readonly active: boolean;
  /** Reports wait for the network. */
  readonly waiting: boolean;
}

const beatEveryMs = 15_000;
const rememberEveryMs = 1_000;

/**
 * One viewing on this device: gathers what is played, reports it every 15 seconds and at every stop, keeps it in the browser
 * until the server has it.
 */
export class WatchSession {
  private readonly log: PlayedLog;
  private view: SessionView;
  private positionMs: number;
  private lastBeatAt = performance.now();
  private lastRememberedAt = 0;
  private sending: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly viewing: Viewing,
    private readonly lessonId: string,
    private readonly onChange: (view: SessionView) => void,
    private readonly onCompleted: () => void,
  ) {
    this.log = new PlayedLog();
    this.view = { state: viewing.state, positionMs: viewing.state.positionMs, active: true, waiting: false };
    this.positionMs = viewing.state.positionMs;
  }

  get id(): string {
    return this.viewing.viewingId;
  }

  /** The player stands here and plays. */
  playing(positionMs: number, rate: number): void {
    const now = performance.now();
    this.positionMs = Math.max(0, Math.round(positionMs));
    this.log.tick(positionMs, now, rate);
    if (now - this.lastRememberedAt >= rememberEveryMs) {
      this.lastRememberedAt = now;
      this.remember();
      this.change({ positionMs: this.positionMs });
    }
    if (now - this.lastBeatAt >= beatEveryMs) this.beat();
  }

  /** The player jumped. */
  jumped(positionMs: number): void {
    this.log.pause();
    this.positionMs = Math.max(0, Math.round(positionMs));
  }

  /** The player stopped: report at once, so that another device can go on from here. */
  stopped(positionMs: number): void {
    this.jumped(positionMs);
    this.remember();
    this.beat();
  }

  /** The page goes away; the browser finishes the request. */
  leave(): void {
    this.log.pause();
    this.remember();
    void this.send(true).catch(() => undefined);
  }

  /** Reports now. While a report is under way the next one follows it. */
  beat(): void {
    this.lastBeatAt = performance.now();
    if (this.sending) {
      this.again = true;
      return;
    }
    this.sending = this.send(false)
      .catch((error: unknown) => this.failed(error))
      .finally(() => {
        this.sending = null;
        if (!this.again) return;
        this.again = false;
        this.beat();
      });
  }

  /** Another device has taken over. */
  taken(): void {
    this.change({ active: false });
  }

  private async send(leaving: boolean): Promise<void> {
    const intervals = this.log.unconfirmed(this.view.state.watched as readonly Span[], this.view.state.length);
    const { active, refused: _refused, ...state } = await api.video.watch(
      { params: { viewingId: this.id }, body: { intervals, positionMs: this.positionMs } },
      leaving ? { keepalive: true } : {},
    );
    const done = state.completed && !this.view.state.completed;
    this.change({ state, active: active && this.view.active, waiting: false });
    if (this.log.unconfirmed(state.watched as readonly Span[], state.length).length === 0) forgetViewing(this.id);
    if (done) this.onCompleted();
  }

  private failed(error: unknown): void {
    // The server knows nothing of this viewing (any more): nothing to repeat.
    if (error instanceof ApiProblem && error.code === 'VIEWING_UNKNOWN') return this.change({ active: false });
    // Otherwise it stays in the log and in the browser; the next beat carries it.
    this.change({ waiting: this.log.unconfirmed(this.view.state.watched as readonly Span[], this.view.state.length).length > 0 });
  }

  private remember(): void {
    rememberViewing(this.id, { lessonId: this.lessonId, positionMs: this.positionMs, intervals: this.log.unconfirmed(this.view.state.watched as readonly Span[], this.view.state.length) });
  }

  private change(change: Partial<SessionView>): void {
    this.view = { ...this.view, ...change };
    this.onChange(this.view);
  }
}
