import type { VideoContent } from '@pamong/contract/video';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api } from '../../shared/api/client.js';
import type { LessonViewProps } from '../../shared/slots/slots.js';
import { Prose } from '../../ui/prose.js';
import { QueryState } from '../../ui/query-state.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Recording } from './recording.js';
import { sendWaiting } from './waiting-viewings.js';

/** A lesson to watch, with the text that its author has put beside it. */
export default function VideoView({ course, lesson, content, onCompleted }: LessonViewProps) {
  const video = content as VideoContent;
  const params = { courseId: course.courseId, lessonId: lesson.id };
  // A search leads to the second where something is said.
  const wanted = Number.parseInt(useSearchParams()[0].get('t') ?? '', 10);
  const beginAt = wanted >= 0 && wanted < video.seconds ? wanted : null;
  const query = useQuery({
    queryKey: ['video', 'state', params],
    // What an earlier page could not send goes first, so that this one resumes where that one stopped.
    queryFn: async ({ signal }) => {
      await sendWaiting();
      return api.video.state({ params }, { signal });
    },
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <>
      <QueryState query={query} skeleton={<Skeleton className="aspect-video w-full rounded-card" />}>
        {(start) => (
          <Recording courseId={params.courseId} lessonId={params.lessonId} title={lesson.title} threshold={course.rules.watchThreshold} content={video} beginAt={beginAt} start={start} onCompleted={onCompleted} onStale={() => void query.refetch()} />
        )}
      </QueryState>
      {video.notes !== '' && <Prose className="mt-8" html={video.notes} />}
    </>
  );
}
