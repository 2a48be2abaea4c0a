import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { routeQuery } from '../../shared/api/route-query.js';
import { useLive } from '../../shared/live/use-live.js';
import { Notice } from '../../ui/notice.js';
import { QueryState } from '../../ui/query-state.js';
import { Result } from './result.js';
import { TakeAttempt } from './take-attempt.js';

/** One attempt at a quiz: open, being graded, or with its result. */
export default function AttemptPage() {
  const { t } = useTranslation('quizzes');
  const { courseId = '', lessonId = '', attemptId = '' } = useParams();
  const client = useQueryClient();
  const request = routeQuery('quizzes', 'attempt', { params: { attemptId } });
  // While it is graded the page asks now and then too, in case the live line is down.
  const query = useQuery({ ...request, staleTime: 0, refetchInterval: ({ state }) => (state.data?.state === 'grading' ? 3_000 : false) });
  const refresh = () => {
    void client.invalidateQueries({ queryKey: request.queryKey });
    void client.invalidateQueries({ queryKey: ['learning'], predicate: ({ queryKey }) => queryKey[1] !== 'course' && queryKey[1] !== 'lesson' });
  };
  useLive('quizzes.attempt-graded', refresh, refresh);
  const lessonPath = `/belajar/${courseId}/materi/${lessonId}`;
  if (query.data === undefined) {
    return (
      <Frame lessonPath={lessonPath} title={null}>
        <QueryState query={query} place="page" errorTitle={t('take.failed')}>
          {() => null}
        </QueryState>
      </Frame>
    );
  }
  return (
    <QueryState query={query}>
      {(attempt) =>
        attempt.state === 'open' ? (
          <TakeAttempt key={attempt.id} attempt={attempt} lessonPath={lessonPath} onClosed={refresh} />
        ) : (
          <Frame lessonPath={lessonPath} title={t('start.attempt', { number: attempt.number })}>
            {attempt.state === 'grading' ? (
              <Notice tone="info" live title={t('grading.title')}>
                {t('grading.text')}
              </Notice>
            ) : (
              <Result attempt={attempt} lessonPath={lessonPath} />
            )}
          </Frame>
        )
      }
    </QueryState>
  );
}

function Frame({ lessonPath, title, children }: { readonly lessonPath: string; readonly title: string | null; readonly children: ReactNode }) {
  const { t } = useTranslation('quizzes');
  return (
    <div className="mx-auto max-w-3xl px-4 py-6 sm:px-6">
      <Link to={lessonPath} className="mb-3 inline-flex min-h-11 items-center gap-2 text-ink-soft hover:text-ink">
        <ArrowLeft aria-hidden="true" className="size-4" />
        {t('backToLesson')}
      </Link>
      {title !== null && (
        <h1 tabIndex={-1} className="mb-5 text-2xl sm:text-3xl">
          {title}
        </h1>
      )}
      {children}
    </div>
  );
}
