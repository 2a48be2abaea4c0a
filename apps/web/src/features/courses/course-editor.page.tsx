import { useQuery } from '@tanstack/react-query';
import { Copy, Ellipsis, Eye, ExternalLink, LayoutTemplate } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { usePageTitle } from '../../shared/routing/use-page-title.js';
import { Badge } from '../../ui/badge.js';
import { buttonStyle } from '../../ui/button-style.js';
import { LinkButton } from '../../ui/link-button.js';
import { Menu } from '../../ui/menu.js';
import { PageHeader } from '../../ui/page-header.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonText } from '../../ui/skeleton.js';
import { Tabs } from '../../ui/tabs.js';
import { JpSlot } from './jp-slot.js';
import { OutlineEditor } from './outline-editor.js';
import { PublishPanel } from './publish-panel.js';
import { RulesForm } from './rules-form.js';
import { SaveStatus, SaveTrouble } from './save-status.js';
import { StatusBadge } from './status-badge.js';
import { useCourseForm } from './use-course-form.js';
import { type Course, courseQuery, findingsQuery } from './use-course.js';

const CopyDialog = lazy(() => import('./copy-dialog.js'));
const FactsForm = lazy(() => import('./facts-form.js'));

/** Names of the tabs in the address. */
const tabKeys = ['isi', 'keterangan', 'aturan', 'terbit'] as const;

/** A course in the hands of its authors: outline, facts, rules, publishing. */
export default function CourseEditorPage() {
  const { t } = useTranslation('courses');
  const { courseId = '' } = useParams();
  const course = useQuery(courseQuery(courseId));
  usePageTitle(course.data?.title ?? null);
  return (
    <QueryState query={course} place="page" errorTitle={t('editor.failed')}>
      {(found) => <Editor key={found.id} course={found} />}
    </QueryState>
  );
}

function Editor({ course }: { readonly course: Course }) {
  const { t } = useTranslation('courses');
  const [search, setSearch] = useSearchParams();
  const tab = tabKeys.find((key) => key === search.get('bagian')) ?? 'isi';
  const form = useCourseForm(course);
  const [copying, setCopying] = useState<'copy' | 'template' | null>(null);
  const findings = useQuery(findingsQuery(course.id));
  const blocking = findings.data?.items.filter((finding) => finding.blocking).length ?? 0;
  return (
    <>
      <PageHeader
        title={course.title}
        crumbs={[{ label: t('list.title'), to: '/kelola/pelatihan' }]}
        badges={
          <>
            <StatusBadge status={course.status} number={course.published?.number ?? null} />
            {course.archivedAt !== null ? <Badge>{t('list.shelves.archive')}</Badge> : course.withdrawnAt !== null && <Badge>{t('list.withdrawn')}</Badge>}
            <JpSlot minutes={course.minutes} jp={course.jp} />
          </>
        }
        action={
          <>
            <LinkButton tone="secondary" to={`/kelola/pelatihan/${course.id}/pratinjau`} icon={<Eye aria-hidden="true" className="size-4" />}>
              {t('editor.preview')}
            </LinkButton>
            <Menu
              label={t('editor.more')}
              buttonClassName={buttonStyle('secondary', 'medium', false)}
              button={<Ellipsis aria-hidden="true" className="size-4.5" />}
              items={[
                { key: 'copy', label: t('copy.copy.title'), icon: <Copy aria-hidden="true" className="size-5" />, onSelect: () => setCopying('copy') },
                { key: 'template', label: t('copy.template.title'), hint: t('copy.template.hint'), icon: <LayoutTemplate aria-hidden="true" className="size-5" />, onSelect: () => setCopying('template') },
              ]}
            />
            {copying && (
              <Suspense fallback={null}>
                <CopyDialog course={course} what={copying} onClose={() => setCopying(null)} />
              </Suspense>
            )}
            {course.published && (
              <LinkButton tone="secondary" to={`/pelatihan/${course.code}`} icon={<ExternalLink aria-hidden="true" className="size-4" />}>
                {t('editor.open')}
              </LinkButton>
            )}
          </>
        }
      >
        <SaveStatus state={form.state} />
      </PageHeader>
      <SaveTrouble state={form.state} />
      <Tabs
        label={t('editor.parts')}
        value={tab}
        onValue={(key) => setSearch(key === 'isi' ? {} : { bagian: key }, { replace: true, preventScrollReset: true })}
        tabs={[
          { key: 'isi', label: t('editor.tab.outline'), content: <OutlineEditor course={course} /> },
          { key: 'keterangan', label: t('editor.tab.facts'), content: <Suspense fallback={<SkeletonText lines={8} />}><FactsForm form={form} /></Suspense> },
          { key: 'aturan', label: t('editor.tab.rules'), content: <RulesForm form={form} /> },
          {
            key: 'terbit',
            label: (
              <span className="inline-flex items-center gap-2">
                {t('editor.tab.publish')}
                {blocking > 0 && <Badge tone="warning">{blocking}</Badge>}
              </span>
            ),
            content: <PublishPanel course={course} findings={findings} />,
          },
        ]}
      />
    </>
  );
}
