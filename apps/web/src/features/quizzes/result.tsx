import type { ReviewedQuestion } from '@pamong/contract/quizzes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Award, Check, X } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { useLive } from '../../shared/live/use-live.js';
import { useSlots } from '../../shared/slots/slots.js';
import { Card, Section } from '../../ui/card.js';
import { cx } from '../../ui/cx.js';
import { LinkButton } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import type { AttemptView } from './use-answers.js';

/** The score, what it means, what comes next, and the explanations once the rules allow them. */
export function Result({ attempt, lessonPath }: { readonly attempt: AttemptView; readonly lessonPath: string }) {
  const { t } = useTranslation('quizzes');
  const format = useFormat();
  const passed = attempt.passed === true;
  return (
    <div className="grid gap-6">
      <Card as="section">
        <p className={cx('text-sm font-bold', passed ? 'text-success-ink' : 'text-ink-soft')}>{t(passed ? 'result.passed' : 'result.failed')}</p>
        <p className="mt-1">
          <span className="tabular text-4xl font-extrabold tracking-tight">{format.number(attempt.score ?? 0, 2)}</span> <span className="text-ink-soft">{t('result.passMark', { mark: format.number(attempt.passMark) })}</span>
        </p>
        <p className="mt-2 text-ink-soft">{t(passed ? 'result.passedText' : attempt.review ? 'result.lastText' : 'result.failedText')}</p>
        {attempt.submittedByDeadline && <p className="mt-2 text-ink-soft">{t('result.byDeadline')}</p>}
        <div className="mt-5 flex flex-wrap gap-3">
          {passed ? <LinkButton to={`/belajar/${attempt.courseId}`}>{t('result.toCourse')}</LinkButton> : <LinkButton to={lessonPath}>{t('result.toQuiz')}</LinkButton>}
        </div>
      </Card>
      {passed && <Completion courseId={attempt.courseId} />}
      {attempt.review ? (
        <Section title={t('result.review')}>
          <ol className="grid gap-5">
            {attempt.questions.map((question, index) => {
              const review = attempt.review?.find((one) => one.questionId === question.id);
              return review && <Reviewed key={question.id} number={index + 1} attempt={attempt} review={review} />;
            })}
          </ol>
        </Section>
      ) : (
        <Notice tone="info">{t('result.keyLater')}</Notice>
      )}
    </div>
  );
}

/** Was that the last thing the course asked for? Then the certificate is on its way, and appears here by itself. */
function Completion({ courseId }: { readonly courseId: string }) {
  const { t } = useTranslation('quizzes');
  const client = useQueryClient();
  const { homeStanding: Standing } = useSlots();
  const [certificateId, setCertificateId] = useState<string | null>(null);
  const query = useQuery({ ...routeQuery('learning', 'requirements', { params: { courseId } }), staleTime: 0 });
  const mine = useQuery({ ...routeQuery('certificates', 'mine'), enabled: query.data?.completedAt != null, staleTime: 0 });
  const refresh = () => void client.invalidateQueries({ predicate: ({ queryKey }) => ['learning', 'certificates', 'ledger'].includes(String(queryKey[0])) && queryKey[1] !== 'course' });
  useLive('learning.course-completed', refresh, refresh);
  useLive('certificates.issued', (payload) => {
    const { courseId: about, certificateId: id } = payload as { courseId?: string; certificateId?: string };
    if (about === courseId && id !== undefined) setCertificateId(id);
    refresh();
  });
  if (query.data?.completedAt == null) return null;
  const issued = certificateId ?? mine.data?.items.find((certificate) => certificate.courseId === courseId && certificate.status === 'valid')?.id ?? null;
  return (
    <>
      <Notice
        tone="success"
        live
        title={t(issued ? 'result.certificate' : 'result.certificateSoon')}
        action={issued && <LinkButton to={`/sertifikat/${issued}`} icon={<Award className="size-4" />}>{t('result.toCertificate')}</LinkButton>}
      >
        {t(issued ? 'result.certificateText' : 'result.certificateSoonText')}
      </Notice>
      {Standing && (
        <Suspense fallback={null}>
          <Standing />
        </Suspense>
      )}
    </>
  );
}

function Reviewed({ number, attempt, review }: { readonly number: number; readonly attempt: AttemptView; readonly review: z.output<typeof ReviewedQuestion> }) {
  const { t } = useTranslation('quizzes');
  const format = useFormat();
  const question = attempt.questions.find((one) => one.id === review.questionId);
  const chosen = new Set(attempt.answers.find((answer) => answer.questionId === review.questionId)?.choice);
  const right = new Set(review.right);
  if (!question) return null;
  return (
    <li className="rounded-card border border-line bg-surface p-4 sm:p-5">
      <p className="text-sm text-ink-soft">
        {t('result.question', { number })} · {t('result.points', { earned: format.number(review.earned, 2), points: format.number(question.points) })}
      </p>
      <p className="mt-1 font-semibold whitespace-pre-line">{question.text}</p>
      <ul className="mt-3 grid gap-1.5">
        {question.options.map((option) => (
          <li key={option.id} className={cx('flex items-start gap-2.5 rounded-control px-2.5 py-1.5', right.has(option.id) && 'bg-success-soft')}>
            <span className="mt-1 grid size-4 shrink-0 place-items-center">
              {right.has(option.id) ? <Check aria-hidden="true" className="size-4 text-success-ink" strokeWidth={3} /> : chosen.has(option.id) ? <X aria-hidden="true" className="size-4 text-danger-ink" strokeWidth={3} /> : null}
            </span>
            <span>
              {option.text}
              <span className="text-sm text-ink-soft">
                {right.has(option.id) && ` · ${t('result.right')}`}
                {chosen.has(option.id) && ` · ${t('result.yours')}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {review.explanation !== '' && <p className="mt-3 border-s-2 border-primary-soft ps-3 text-ink-soft whitespace-pre-line">{review.explanation}</p>}
    </li>
  );
}
