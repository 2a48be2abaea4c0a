import type { AttemptSummary, QuizStatus } from '@pamong/contract/quizzes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { useLive } from '../../shared/live/use-live.js';
import type { LessonViewProps } from '../../shared/slots/slots.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Section } from '../../ui/card.js';
import { Notice } from '../../ui/notice.js';
import { QueryState } from '../../ui/query-state.js';
import { Why } from '../../ui/why.js';
import { QuizRules } from './quiz-rules.js';

type Status = z.output<typeof QuizStatus>;

/** Before a quiz: its rules in words, what was tried so far, and one button. */
export default function QuizStart({ course, lesson, onCompleted }: LessonViewProps) {
  const { t } = useTranslation('quizzes');
  const client = useQueryClient();
  const request = routeQuery('quizzes', 'status', { params: { courseId: course.courseId, lessonId: lesson.id } });
  const query = useQuery({ ...request, staleTime: 0 });
  const refresh = () => {
    void client.invalidateQueries({ queryKey: request.queryKey });
    onCompleted();
  };
  useLive('quizzes.attempt-graded', refresh, refresh);
  return (
    <QueryState query={query}>
      {(status) => (
        <div className="grid gap-6">
          {status.passed && <Notice tone="success" title={t('start.passed')}>{t('start.passedText')}</Notice>}
          {status.content.introduction !== '' && <p className="prose whitespace-pre-line">{status.content.introduction}</p>}
          <QuizRules content={status.content} passMark={status.passMark} maxAttempts={status.maxAttempts} used={status.attempts.length} retryAfterMinutes={status.retryAfterMinutes} />
          <Begin courseId={course.courseId} lessonId={lesson.id} status={status} />
          {status.attempts.length > 0 && (
            <Section title={t('start.attempts')}>
              <ul className="divide-y divide-line rounded-card border border-line bg-surface">
                {status.attempts.toReversed().map((attempt) => (
                  <AttemptLine key={attempt.id} attempt={attempt} to={`/belajar/${course.courseId}/materi/${lesson.id}/kuis/${attempt.id}`} />
                ))}
              </ul>
            </Section>
          )}
        </div>
      )}
    </QueryState>
  );
}

function Begin({ courseId, lessonId, status }: { readonly courseId: string; readonly lessonId: string; readonly status: Status }) {
  const { t } = useTranslation('quizzes');
  const format = useFormat();
  const navigate = useNavigate();
  const client = useQueryClient();
  const sentence = useProblemSentence();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const open = status.attempts.find((attempt) => attempt.state === 'open');
  const until = status.blocked?.until ?? null;
  useEffect(() => {
    if (until === null) return;
    // The pause ends while the page is open: ask again then, so that the button wakes by itself.
    const timer = setTimeout(() => void client.invalidateQueries({ queryKey: ['quizzes', 'status'] }), Math.max(0, Date.parse(until) - Date.now()) + 500);
    return () => clearTimeout(timer);
  }, [until, client]);

  const begin = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const attempt = await api.quizzes.start({ params: { courseId, lessonId } });
      client.setQueryData(routeQuery('quizzes', 'attempt', { params: { attemptId: attempt.id } }).queryKey, attempt);
      await navigate(`/belajar/${courseId}/materi/${lessonId}/kuis/${attempt.id}`);
    } catch (error) {
      setProblem(sentence(error));
      setBusy(false);
    }
  };

  if (status.blocked) {
    const reason =
      status.blocked.code === 'QUIZ_PAUSE' && status.blocked.until
        ? t('start.pauseUntil', { time: format.time(status.blocked.until) })
        : t('start.attemptsUsed');
    return (
      <div className="flex flex-wrap items-center gap-4">
        <Button size="large" disabled>
          {t('start.begin')}
        </Button>
        <Why reasons={[{ key: 'blocked', text: reason }]} />
        <p className="w-full text-sm text-ink-soft">{reason}</p>
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      <div>
        <Button size="large" tone="accent" busy={busy} onClick={() => void begin()} icon={<ListChecks className="size-5" />} className="max-sm:w-full">
          {open ? t('start.goOn') : status.attempts.length === 0 ? t('start.begin') : t('start.again')}
        </Button>
      </div>
    </div>
  );
}

function AttemptLine({ attempt, to }: { readonly attempt: z.output<typeof AttemptSummary>; readonly to: string }) {
  const { t } = useTranslation('quizzes');
  const format = useFormat();
  return (
    <li>
      <Link to={to} className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 hover:bg-sunken">
        <span>
          <span className="block font-semibold">{t('start.attempt', { number: attempt.number })}</span>
          <span className="block text-sm text-ink-soft">{format.dateTime(attempt.submittedAt ?? attempt.startedAt)}</span>
        </span>
        {attempt.state === 'graded' ? (
          <Badge tone={attempt.passed ? 'success' : 'neutral'}>
            {t(attempt.passed ? 'result.passedWith' : 'result.failedWith', { score: format.number(attempt.score ?? 0, 2) })}
          </Badge>
        ) : (
          <Badge tone="info">{t(`state.${attempt.state}`)}</Badge>
        )}
      </Link>
    </li>
  );
}
