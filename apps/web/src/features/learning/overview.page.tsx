import { useQuery } from '@tanstack/react-query';
import { Award, Check, Circle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { usePageTitle } from '../../shared/routing/use-page-title.js';
import { Badge } from '../../ui/badge.js';
import { Card, Section } from '../../ui/card.js';
import { LinkButton, TextLink } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { PlayerFrame } from './player-frame.js';
import type { Player } from './use-player.js';

/** The course as its learner stands in it: go on here, and what the certificate still asks for. */
export default function OverviewPage() {
  return <PlayerFrame>{(player) => <Overview player={player} />}</PlayerFrame>;
}

function Overview({ player }: { readonly player: Player }) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  const { course, next } = player;
  usePageTitle(course.title);
  return (
    <>
      <header className="mb-6">
        <div className="mb-2 flex flex-wrap gap-2">
          <Badge>{course.code}</Badge>
          <Badge>{t('minutes', { count: course.minutes })}</Badge>
          <Badge tone="primary">{course.jp > 0 ? format.jp(course.jp) : t('withoutJp')}</Badge>
        </div>
        <h1 tabIndex={-1} className="text-2xl sm:text-3xl">
          {course.title}
        </h1>
        <p className="mt-2 text-ink-soft">{course.summary}</p>
      </header>
      {player.progress.completedAt ? (
        <Notice tone="success" title={t('overview.completed')} action={<LinkButton to="/sertifikat" icon={<Award className="size-4" />}>{t('overview.toCertificates')}</LinkButton>}>
          {t('overview.completedText')}
        </Notice>
      ) : (
        next && (
          <Card className="flex flex-wrap items-center justify-between gap-4">
            <div className="min-w-0">
              <p className="text-sm text-ink-soft">{player.done === 0 ? t('overview.first') : t('overview.goOn')}</p>
              <p className="font-bold">{next.title}</p>
            </div>
            <LinkButton tone="accent" size="large" to={`/belajar/${course.courseId}/materi/${next.id}`}>
              {player.done === 0 ? t('overview.start') : t('overview.continue')}
            </LinkButton>
          </Card>
        )
      )}
      <Section title={t('overview.requirements')} className="mt-8">
        <Requirements player={player} />
      </Section>
    </>
  );
}

/** Low, not tried, or not graded yet: each has its own sentence. */
const isFinalTest = (code: string) => code === 'final_score' || code === 'final_test_untried' || code === 'final_test_ungraded';

function Requirements({ player }: { readonly player: Player }) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  const { courseId } = player.course;
  const query = useQuery(routeQuery('learning', 'requirements', { params: { courseId } }));
  const lesson = (id: string | undefined) => player.lessons.find((one) => one.id === id);
  return (
    <QueryState query={query} place="card" skeleton={<SkeletonRows count={3} />}>
      {({ items }) => (
        <ul className="grid gap-3">
          {items.map((item) => (
            <li key={item.key} className="flex items-start gap-3">
              {item.met ? <Check aria-hidden="true" className="mt-0.5 size-5 text-success" strokeWidth={2.5} /> : <Circle aria-hidden="true" className="mt-0.5 size-5 text-ink-faint" />}
              <div>
                <p className="font-semibold">
                  {t(`requirements.${item.key}`)} <span className="font-normal text-ink-soft">· {item.met ? t('overview.met') : t('overview.open')}</span>
                </p>
                <ul className="text-sm text-ink-soft">
                  {item.missing.map((one, index) => (
                    <li key={`${one.code}${index}`}>
                      {one.code === 'lessons_open' && t('missing.lessons_open', { count: Number(one.params['count']) })}
                      {isFinalTest(one.code) && (
                        <TextLink to={`/belajar/${courseId}/materi/${one.lessonIds[0] ?? ''}`}>
                          {t(`missing.${one.code}`, { title: lesson(one.lessonIds[0])?.title ?? '', passMark: format.number(Number(one.params['passMark'])), best: format.number(Number(one.params['best'] ?? 0), 2) })}
                        </TextLink>
                      )}
                      {one.code === 'form_open' && (
                        <TextLink to={`/belajar/${courseId}/evaluasi`}>{t('missing.form_open', { title: one.params['title'] })}</TextLink>
                      )}
                    </li>
                  ))}
                </ul>
              </div>
            </li>
          ))}
        </ul>
      )}
    </QueryState>
  );
}
