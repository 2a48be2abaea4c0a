import type { Viewing, VideoContent, WatchStart } from '@pamong/contract/video';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { api } from '../../shared/api/client.js';
import { useFormat } from '../../shared/format/use-format.js';
import { useLive } from '../../shared/live/use-live.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ChapterList } from './chapter-list.js';
import { CoverageBar } from './coverage-bar.js';
import { loadEngine } from './engine.js';
import { Player, type PlayerHandle } from './player.js';
import { Poster } from './poster.js';
import { QualityChoice } from './quality-choice.js';
import { useQuality } from './quality.js';
import { Transcript } from './transcript.js';
import { WatchSession, type SessionView } from './watch-session.js';

export interface RecordingProps {
  readonly courseId: string;
  readonly lessonId: string;
  readonly title: string;
  /** Share of the recording that completes the lesson. */
  readonly threshold: number;
  readonly content: VideoContent;
  readonly start: WatchStart;
  /** Second to begin at instead of where one stopped. */
  readonly beginAt: number | null;
  readonly onCompleted: () => void;
  /** The addresses no longer work: read them again. */
  readonly onStale: () => void;
}

/** A recording to watch: nothing is fetched of it but its poster until somebody presses play. */
export function Recording({ courseId, lessonId, title, threshold, content, start, beginAt: wanted, onCompleted, onStale }: RecordingProps) {
  const { t } = useTranslation('video');
  const format = useFormat();
  const sentence = useProblemSentence();
  const player = useRef<PlayerHandle>(null);
  const [viewing, setViewing] = useState<Viewing | null>(null);
  const [session, setSession] = useState<WatchSession | null>(null);
  const [view, setView] = useState<SessionView>({ state: start.state, positionMs: start.state.positionMs, active: true, waiting: false });
  const [beginAt, setBeginAt] = useState(0);
  const [opening, setOpening] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const playback = viewing?.playback ?? start.playback;
  const quality = useQuality(playback);

  const open = async (from?: number) => {
    setOpening(true);
    setFault(null);
    try {
      // The engine comes while the server opens the viewing.
      const [opened] = await Promise.all([api.video.open({ params: { courseId, lessonId } }), loadEngine().catch(() => undefined)]);
      setView({ state: opened.state, positionMs: opened.state.positionMs, active: true, waiting: false });
      setBeginAt(from ?? resumeAt(opened.state));
      setSession(new WatchSession(opened, lessonId, setView, onCompleted));
      setViewing(opened);
    } catch (error) {
      setFault(sentence(error));
    } finally {
      setOpening(false);
    }
  };

  useLive('video.viewing-taken', (data) => {
    if (session && (data as { viewingId?: string }).viewingId === session.id) session.taken();
  });
  useEffect(() => {
    if (!view.active) player.current?.pause();
  }, [view.active]);
  useLeaving(session);

  const seek = useCallback(
    (seconds: number) => {
      if (player.current) player.current.seek(seconds);
      else void open(seconds);
    },
    // `open` closes over nothing that changes between two presses.
    // oxlint-disable-next-line react/exhaustive-deps
    [viewing],
  );

  return (
    <div>
      <div className="relative aspect-video overflow-hidden rounded-card bg-[#0f1513]">
        {viewing && session ? (
          <Player
            key={viewing.viewingId}
            ref={player}
            playback={playback}
            source={quality.source}
            startSeconds={beginAt}
            label={title}
            onPlaying={(position, rate) => session.playing(position, rate)}
            onJump={(position) => session.jumped(position)}
            onStop={(position) => session.stopped(position)}
            onFailed={() => setFault(t('player.failed'))}
          />
        ) : (
          <Poster address={playback.poster} busy={opening} positionMs={wanted !== null ? wanted * 1_000 : start.state.completed ? 0 : start.state.positionMs} onPlay={() => void open(wanted ?? undefined)} />
        )}
      </div>
      <p className="mt-2 text-sm text-ink-soft">
        {[format.duration(content.seconds), t('player.size', { size: format.size(quality.bytes) }), ...(content.sound ? [] : [t('player.silent')])].join(' · ')}
      </p>
      <div className="mt-3 grid gap-3" aria-live="polite">
        {!view.active && (
          <Notice tone="warning" title={t('player.takenTitle')} action={<Button size="small" busy={opening} onClick={() => void open()}>{t('player.here')}</Button>}>
            {t('player.takenText')}
          </Notice>
        )}
        {view.waiting && <Notice tone="info">{t('player.waiting')}</Notice>}
        {fault && (
          <Notice tone="danger" action={<Button size="small" tone="secondary" onClick={() => { setFault(null); setViewing(null); onStale(); }}>{t('player.retry')}</Button>}>
            {fault}
          </Notice>
        )}
      </div>
      <CoverageBar state={view.state} threshold={threshold} onSeek={seek} />
      <QualityChoice quality={quality} renditions={playback.renditions} />
      {content.chapters.length > 0 && <ChapterList chapters={content.chapters} positionMs={view.positionMs} onSeek={seek} />}
      <Transcript playback={playback} onSeek={seek} />
    </div>
  );
}

/** Where to go on: the last place, or the beginning of what is missing when that was the end. */
function resumeAt(state: WatchStart['state']): number {
  const at = state.positionMs / 1_000;
  if (at < state.length - 3) return at;
  const missing = state.completed ? undefined : state.watched.find(([, until]) => until < state.length)?.[1];
  return missing ?? 0;
}

/** Tells the server where the viewer stands when the page goes away, and again when the network is back. */
function useLeaving(session: WatchSession | null): void {
  useEffect(() => {
    if (!session) return;
    const leave = () => session.leave();
    const hidden = () => {
      if (document.hidden) session.leave();
    };
    const online = () => session.beat();
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', online);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', online);
      document.removeEventListener('visibilitychange', hidden);
      session.leave();
    };
  }, [session]);
}
