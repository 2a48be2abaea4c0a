import type { Playback } from '@pamong/contract/media';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { useLanguage } from '../../shared/i18n/use-language.js';
import { loadEngine, type VideojsPlayer } from './engine.js';
import { hotkeys } from './hotkeys.js';

export const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2];

/** What the page may ask of the player. */
export interface PlayerHandle {
  seek: (seconds: number) => void;
  pause: () => void;
}

export interface PlayerProps {
  readonly ref: Ref<PlayerHandle>;
  readonly playback: Playback;
  /** Playlist to play: of all sizes or of one. A change goes on from the same place. */
  readonly source: string;
  readonly startSeconds: number;
  readonly label: string;
  readonly onPlaying: (positionMs: number, rate: number) => void;
  readonly onJump: (positionMs: number) => void;
  readonly onStop: (positionMs: number) => void;
  readonly onFailed: () => void;
}

/** video.js around one recording. It plays as soon as it can: it exists only after somebody has pressed play. */
export function Player({ ref, playback, source, startSeconds, label, ...events }: PlayerProps) {
  const [language] = useLanguage();
  const holder = useRef<HTMLDivElement>(null);
  const player = useRef<VideojsPlayer | null>(null);
  const latest = useRef(events);
  // Where to begin: at the place to resume first, at the present place when the size changes.
  const begin = useRef(startSeconds);
  const address = useRef(source);
  useEffect(() => {
    latest.current = events;
  });

  useImperativeHandle(ref, () => ({
    seek: (seconds) => {
      player.current?.currentTime(seconds);
      void player.current?.play()?.catch(() => undefined);
    },
    pause: () => player.current?.pause(),
  }));

  useEffect(() => {
    let gone = false;
    void loadEngine()
      .then((videojs) => {
        if (gone || !holder.current) return;
        const element = document.createElement('video-js');
        element.setAttribute('aria-label', label);
        holder.current.append(element);
        const made = videojs(element, {
          controls: true,
          fill: true,
          preload: 'auto',
          playsinline: true,
          poster: playback.poster,
          language,
          playbackRates: speeds,
          experimentalSvgIcons: true,
          userActions: { hotkeys: (event: KeyboardEvent) => hotkeys(made, event, speeds), doubleClick: true },
          controlBar: { skipButtons: { backward: 10, forward: 10 }, volumePanel: { inline: true }, remainingTimeDisplay: false, customControlSpacer: true },
          // Native HLS outside Safari loses its place; our segments need nothing of it.
          html5: { vhs: { overrideNative: true, limitRenditionByPlayerDimensions: true }, nativeTextTracks: false },
        });
        player.current = made;
        listen(made, () => latest.current);
        for (const { language: srclang, file } of playback.captions) {
          made.addRemoteTextTrack({ kind: 'captions', src: playback.base + file, srclang, label: languageName(srclang, language), default: srclang === language }, true);
        }
        start(made, address.current, begin.current);
      })
      .catch(() => latest.current.onFailed());
    return () => {
      gone = true;
      player.current?.dispose();
      player.current = null;
    };
    // One player a viewing: the parent gives a new key for a new one.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  useEffect(() => {
    if (source === address.current) return;
    address.current = source;
    const made = player.current;
    if (made) start(made, source, made.currentTime() ?? begin.current, made.paused());
  }, [source]);

  return <div ref={holder} className="absolute inset-0" />;
}

function start(player: VideojsPlayer, source: string, seconds: number, paused = false): void {
  const rate = player.playbackRate();
  player.src({ src: source, type: 'application/vnd.apple.mpegurl' });
  player.one('loadedmetadata', () => {
    if (seconds > 0) player.currentTime(seconds);
    if (rate) player.playbackRate(rate);
    // Refused where the browser wants another press; the play button is in view then.
    if (!paused) void player.play()?.catch(() => undefined);
  });
}

type Events = Pick<PlayerProps, 'onPlaying' | 'onJump' | 'onStop' | 'onFailed'>;

function listen(player: VideojsPlayer, events: () => Events): void {
  const position = () => (player.currentTime() ?? 0) * 1_000;
  const tick = () => {
    if (!player.seeking()) events().onPlaying(position(), player.playbackRate() ?? 1);
  };
  player.on('timeupdate', () => {
    if (!player.paused()) tick();
  });
  player.on('seeking', () => events().onJump(position()));
  player.on('pause', () => {
    // The last quarter of a second has been played as well.
    tick();
    events().onStop(position());
  });
  player.on('ended', () => {
    tick();
    events().onStop(position());
  });
  player.on('error', () => events().onFailed());
}

/** "Bahasa Indonesia" or "Indonesian" for `id`. */
export function languageName(code: string, shownIn: string): string {
  try {
    const name = new Intl.DisplayNames([shownIn], { type: 'language' }).of(code) ?? code;
    return name.charAt(0).toUpperCase() + name.slice(1);
  } catch {
    return code;
  }
}
