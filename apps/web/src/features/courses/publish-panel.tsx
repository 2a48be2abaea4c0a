import type { UseQueryResult } from '@tanstack/react-query';
import { useMutation } from '@tanstack/react-query';
import { ArrowRight, CircleAlert, CircleCheck, Info } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { cx } from '../../ui/cx.js';
import { LinkButton } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { toast } from '../../ui/toast-store.js';
import { Why } from '../../ui/why.js';
import { Availability } from './availability.js';
import { type Course, type Finding, useShowCourse } from './use-course.js';
import { type LearnersChoice, VersionChanges } from './version-changes.js';

/** The check list, each line a link to its place, and the button that publishes. */
export function PublishPanel({ course, findings }: { readonly course: Course; readonly findings: UseQueryResult<{ items: Finding[] }, Error> }) {
  const { t } = useTranslation('courses');
  return (
    <div className="grid max-w-4xl gap-6">
      <Standing course={course} />
      <QueryState query={findings} skeleton={<SkeletonRows count={3} />} errorTitle={t('publish.checkFailed')}>
        {({ items }) => (
          <>
            <CheckList course={course} items={items} />
            <Publish course={course} items={items} />
            <Availability course={course} />
          </>
        )}
      </QueryState>
    </div>
  );
}

function Standing({ course }: { readonly course: Course }) {
  const { t } = useTranslation('courses');
  const format = useFormat();
  if (course.isTemplate) return null;
  if (!course.published) return <p className="text-ink-soft">{t('publish.draft')}</p>;
  const values = { number: course.published.number, at: format.dateTime(course.published.at) };
  return (
    <Notice
      tone={course.status === 'changed' ? 'warning' : 'success'}
      title={t(course.status === 'changed' ? 'publish.changed' : 'publish.published', values)}
      action={
        <LinkButton tone="secondary" size="small" to={`/pelatihan/${course.code}`}>
          {t('publish.open')}
        </LinkButton>
      }
    >
      {t(course.status === 'changed' ? 'publish.changedHint' : 'publish.publishedHint')}
    </Notice>
  );
}

function CheckList({ course, items }: { readonly course: Course; readonly items: readonly Finding[] }) {
  const { t } = useTranslation('courses');
  if (items.length === 0) {
    return (
      <p className="flex items-center gap-2.5 font-medium">
        <CircleCheck aria-hidden="true" className="size-5 text-success" />
        {t('publish.clean')}
      </p>
    );
  }
  return (
    <Card padded={false}>
      <h2 className="border-b border-line px-4 py-3 text-base">{t('publish.list')}</h2>
      <ul className="divide-y divide-line">
        {items.map((finding) => {
          const Icon = finding.blocking ? CircleAlert : Info;
          return (
            <li key={[finding.code, finding.moduleId, finding.lessonId, finding.params['number']].join()}>
              <Link to={placeOf(course.id, finding)} className="flex min-h-13 items-center gap-3 px-4 py-2.5 hover:bg-hover">
                <Icon aria-hidden="true" className={cx('size-5 shrink-0', finding.blocking ? 'text-danger-ink' : 'text-info-ink')} />
                <span className="min-w-0 grow">
                  {t(`finding.${finding.code}`, finding.params)}
                  <span className="block text-xs text-ink-soft">{t(finding.blocking ? 'publish.blocking' : 'publish.advice')}</span>
                </span>
                <ArrowRight aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
              </Link>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** Where the author mends what a line says. */
function placeOf(courseId: string, { place, moduleId, lessonId }: Finding): string {
  const editor = `/kelola/pelatihan/${courseId}`;
  if (place === 'lesson' && lessonId) return `${editor}/materi/${lessonId}`;
  if (place === 'facts') return `${editor}?bagian=keterangan`;
  if (place === 'rules') return `${editor}?bagian=aturan`;
  return moduleId ? `${editor}#module-${moduleId}` : editor;
}

function Publish({ course, items }: { readonly course: Course; readonly items: readonly Finding[] }) {
  const { t } = useTranslation('courses');
  const show = useShowCourse();
  const sentence = useProblemSentence();
  const number = (course.published?.number ?? 0) + 1;
  const blocking = items.filter((finding) => finding.blocking);
  const [learners, setLearners] = useState<LearnersChoice>('stay');
  const publish = useMutation({
    mutationFn: () => api.courses.publish({ params: { courseId: course.id }, body: { number, learners } }),
    onSuccess: (published) => {
      show(published);
      // Moving learners is decided anew for each version.
      setLearners('stay');
      toast({ text: t('publish.done', { number: published.published?.number ?? number }), tone: 'success' });
    },
  });
  if (!course.can.publish) return <Notice title={t('publish.notAllowed')} />;
  if (course.archivedAt !== null) return <Notice title={t('publish.archived')} />;
  if (course.isTemplate) return <Notice title={t('publish.template')} />;
  const unchanged = course.status === 'published';
  return (
    <div className="grid gap-3">
      {course.status === 'changed' && <VersionChanges courseId={course.id} choice={learners} onChoice={setLearners} />}
      {publish.error && <Notice tone="danger" live title={sentence(publish.error)} />}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button tone="accent" size="large" busy={publish.isPending} disabled={blocking.length > 0 || unchanged} onClick={() => publish.mutate()}>
          {t('publish.submit', { number })}
        </Button>
        {blocking.length > 0 && (
          <Why reasons={blocking.map((finding, index) => ({ key: String(index), text: t(`finding.${finding.code}`, finding.params), to: placeOf(course.id, finding) }))} />
        )}
        {unchanged && blocking.length === 0 && <Why reasons={[{ key: 'unchanged', text: t('publish.unchanged') }]} />}
      </div>
      {number === 1 && <p className="text-sm text-ink-soft">{t('publish.hint')}</p>}
    </div>
  );
}
