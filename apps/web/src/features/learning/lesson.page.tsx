import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, ArrowRight, Check } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { usePageTitle } from '../../shared/routing/use-page-title.js';
import { useSlots } from '../../shared/slots/slots.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonText } from '../../ui/skeleton.js';
import { toast } from '../../ui/toast-store.js';
import { Why } from '../../ui/why.js';
import { PlayerFrame } from './player-frame.js';
import { ReadingProgress } from './reading-progress.js';
import { type OutlineLesson, type Player, isLocked } from './use-player.js';

/** One lesson inside its course. */
export default function LessonPage() {
  const { lessonId = '' } = useParams();
  return (
    <PlayerFrame currentId={lessonId} footer={(player, refresh) => <Footer player={player} lessonId={lessonId} refresh={refresh} />}>
      {(player, refresh) => {
        const lesson = player.lessons.find((one) => one.id === lessonId);
        return lesson ? <Lesson key={lesson.id} player={player} lesson={lesson} refresh={refresh} /> : <NoSuchLesson player={player} />;
      }}
    </PlayerFrame>
  );
}

function Lesson({ player, lesson, refresh }: { readonly player: Player; readonly lesson: OutlineLesson; readonly refresh: () => void }) {
  const { t } = useTranslation('learning');
  usePageTitle(lesson.title);
  const params = { courseId: player.course.courseId, lessonId: lesson.id };
  const locked = isLocked(lesson);
  const query = useQuery({ ...routeQuery('learning', 'lesson', { params }), enabled: !locked, staleTime: Number.POSITIVE_INFINITY });
  const { lessonViews = {} } = useSlots();
  useEffect(() => {
    // "Continue" should lead here next time; that this note was lost on a bad line hurts nobody.
    if (!locked) void api.learning.open({ params: { courseId: params.courseId, lessonId: params.lessonId } }).catch(() => undefined);
  }, [locked, params.courseId, params.lessonId]);
  if (lesson.opensAt) return <NotYet at={lesson.opensAt} lesson={lesson} courseId={params.courseId} />;
  if (lesson.lockedBy) return <Locked courseId={params.courseId} lesson={lesson} first={lesson.lockedBy} />;
  const View = lessonViews[lesson.kind];
  return (
    <article>
      <header className="mb-6">
        <div className="mb-2 flex flex-wrap gap-2">
          <Badge>{t(`kinds.${lesson.kind}`)}</Badge>
          <Badge>{t('minutes', { count: lesson.minutes })}</Badge>
          {lesson.done && (
            <Badge tone="success" icon={<Check className="size-3.5" />}>
              {t('player.done')}
            </Badge>
          )}
        </div>
        <h1 tabIndex={-1} className="text-2xl sm:text-3xl">
          {lesson.title}
        </h1>
      </header>
      <QueryState query={query} skeleton={<SkeletonText lines={8} />}>
        {({ content }) =>
          View && (
            <Suspense fallback={<SkeletonText lines={8} />}>
              <View course={player.course} lesson={lesson} content={content} progress={lesson.state} onCompleted={refresh} />
              <ReadingProgress courseId={params.courseId} lesson={lesson} onCompleted={refresh} />
            </Suspense>
          )
        }
      </QueryState>
    </article>
  );
}

function NotYet({ at, lesson, courseId }: { readonly at: Date; readonly lesson: OutlineLesson; readonly courseId: string }) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  return (
    <EmptyState drawing="lost" title={t('player.lockedTitle', { title: lesson.title })} action={<LinkButton to={`/belajar/${courseId}`}>{t('player.toOverview')}</LinkButton>}>
      {t('player.notYetText', { at: format.dateTime(at) })}
    </EmptyState>
  );
}

function Locked({ courseId, lesson, first }: { readonly courseId: string; readonly lesson: OutlineLesson; readonly first: { readonly id: string; readonly title: string } }) {
  const { t } = useTranslation('learning');
  return (
    <EmptyState drawing="lost" title={t('player.lockedTitle', { title: lesson.title })} action={<LinkButton to={`/belajar/${courseId}/materi/${first.id}`}>{t('player.openFirst', { title: first.title })}</LinkButton>}>
      {t('player.lockedText', { title: first.title })}
    </EmptyState>
  );
}

function NoSuchLesson({ player }: { readonly player: Player }) {
  const { t } = useTranslation('learning');
  return (
    <EmptyState drawing="lost" title={t('player.noLesson')} action={<LinkButton to={`/belajar/${player.course.courseId}`}>{t('player.toOverview')}</LinkButton>}>
      {t('player.noLessonText')}
    </EmptyState>
  );
}

function Footer({ player, lessonId, refresh }: { readonly player: Player; readonly lessonId: string; readonly refresh: () => void }) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  const index = player.lessons.findIndex((one) => one.id === lessonId);
  const lesson = player.lessons[index];
  const previous = player.lessons[index - 1];
  const following = player.lessons[index + 1];
  const to = (id: string) => `/belajar/${player.course.courseId}/materi/${id}`;
  if (!lesson) return null;
  return (
    <>
      {previous ? (
        <LinkButton tone="quiet" to={to(previous.id)} icon={<ArrowLeft className="size-4" />}>
          <span className="max-sm:sr-only">{t('player.previous')}</span>
        </LinkButton>
      ) : (
        <span />
      )}
      <div className="flex items-center gap-3">
        {lesson.completion.rule === 'marked' && !lesson.done && !isLocked(lesson) ? (
          <MarkDone player={player} lesson={lesson} nextPath={following ? to(following.id) : `/belajar/${player.course.courseId}`} refresh={refresh} />
        ) : following === undefined ? (
          <LinkButton to={`/belajar/${player.course.courseId}`}>{t('player.toOverview')}</LinkButton>
        ) : following.opensAt ? (
          <>
            <Why reasons={[{ key: following.id, text: t('player.opensAt', { at: format.dateTime(following.opensAt) }) }]} />
            <Button disabled icon={<ArrowRight className="size-4" />}>
              {t('player.next')}
            </Button>
          </>
        ) : following.lockedBy ? (
          <>
            <Why reasons={[{ key: following.lockedBy.id, text: t('player.finishFirst', { title: following.lockedBy.title }), to: to(following.lockedBy.id) }]} />
            <Button disabled icon={<ArrowRight className="size-4" />}>
              {t('player.next')}
            </Button>
          </>
        ) : (
          <LinkButton to={to(following.id)} icon={<ArrowRight className="size-4" />}>
            {t('player.next')}
          </LinkButton>
        )}
      </div>
    </>
  );
}

function MarkDone({ player, lesson, nextPath, refresh }: { readonly player: Player; readonly lesson: OutlineLesson; readonly nextPath: string; readonly refresh: () => void }) {
  const { t } = useTranslation('learning');
  const [busy, setBusy] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const sentence = useProblemSentence();
  const params = { courseId: player.course.courseId, lessonId: lesson.id };
  const mark = async () => {
    setBusy(true);
    try {
      const progress = await api.learning.complete({ params });
      client.setQueryData(routeQuery('learning', 'progress', { params: { courseId: params.courseId } }).queryKey, progress);
      refresh();
      await navigate(nextPath);
    } catch (error) {
      toast({ text: sentence(error), tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={busy} onClick={() => void mark()} icon={<Check className="size-4" />}>
      {t('player.markDone')}
    </Button>
  );
}
