import type { VideoContent } from '@pamong/contract/video';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { routeQuery } from '../../shared/api/route-query.js';
import type { LessonViewProps } from '../../shared/slots/slots.js';
import { Prose } from '../../ui/prose.js';
import { QueryState } from '../../ui/query-state.js';
import { Skeleton } from '../../ui/skeleton.js';
import { ChapterList } from './chapter-list.js';
import { Player, type PlayerHandle } from './player.js';
import { Poster } from './poster.js';
import { Transcript } from './transcript.js';

/** A lesson to watch as its author sees it in the preview: it plays, and nobody's watching is recorded. */
export default function VideoPreview({ lesson, content }: LessonViewProps) {
  const video = content as VideoContent;
  const query = useQuery({ ...routeQuery('media', 'preview', { params: { assetId: video.assetId } }), staleTime: 3_600_000 });
  const player = useRef<PlayerHandle>(null);
  const [from, setFrom] = useState<number | null>(null);
  const [positionMs, setPositionMs] = useState(0);
  const seek = (seconds: number) => (player.current ? player.current.seek(seconds) : setFrom(seconds));
  const nothing = () => undefined;
  return (
    <>
      <QueryState query={query} skeleton={<Skeleton className="aspect-video w-full rounded-card" />}>
        {(playback) => (
          <>
            <div className="relative aspect-video overflow-hidden rounded-card bg-[#0f1513]">
              {from === null ? (
                <Poster address={playback.poster} busy={false} positionMs={0} onPlay={() => setFrom(0)} />
              ) : (
                <Player ref={player} playback={playback} source={playback.master} startSeconds={from} label={lesson.title} onPlaying={setPositionMs} onJump={setPositionMs} onStop={nothing} onFailed={() => setFrom(null)} />
              )}
            </div>
            {video.chapters.length > 0 && <ChapterList chapters={video.chapters} positionMs={positionMs} onSeek={seek} />}
            <Transcript playback={playback} onSeek={seek} />
          </>
        )}
      </QueryState>
      {video.notes !== '' && <Prose className="mt-8" html={video.notes} />}
    </>
  );
}
