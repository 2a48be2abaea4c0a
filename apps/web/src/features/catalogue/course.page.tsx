import type { PublicCourse } from '@pamong/contract/catalogue';
import { useQuery } from '@tanstack/react-query';
import { CheckCircle2 } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { loginPath } from '../../shared/routing/return-path.js';
import { usePageTitle } from '../../shared/routing/use-page-title.js';
import { useSlots } from '../../shared/slots/slots.js';
import { Avatar } from '../../ui/avatar.js';
import { Badge } from '../../ui/badge.js';
import { Card, Section } from '../../ui/card.js';
import { Cover } from '../../ui/cover/cover.js';
import { LinkButton } from '../../ui/link-button.js';
import { PageHeader } from '../../ui/page-header.js';
import { QueryState } from '../../ui/query-state.js';
import { Skeleton } from '../../ui/skeleton.js';
import { CertificateRules } from './certificate-rules.js';
import { JpBadge } from './course-card.js';
import { CourseOutline } from './course-outline.js';

/** What a course is about, what is in it, what it asks and gives, and the one action: take it. */
export default function CoursePage() {
  const { t } = useTranslation('catalogue');
  const { course = '' } = useParams();
  const query = useQuery(routeQuery('catalogue', 'get', { params: { course } }));
  usePageTitle(query.data?.title ?? null);
  return (
    <QueryState query={query} place="page" errorTitle={t('course.failed')}>
      {(found) => <CourseView course={found} />}
    </QueryState>
  );
}

function CourseView({ course }: { readonly course: PublicCourse }) {
  const { t } = useTranslation('catalogue');
  return (
    <>
      <PageHeader
        title={course.title}
        crumbs={[{ label: t('list.title'), to: '/katalog' }]}
        badges={
          <>
            <JpBadge jp={course.jp} />
            <Badge>{t(`level.${course.level}`)}</Badge>
            {course.category !== '' && <Badge>{course.category}</Badge>}
          </>
        }
      >
        {course.summary}
      </PageHeader>
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <aside className="lg:sticky lg:top-21 lg:order-last">
          <Take course={course} />
        </aside>
        <div className="grid min-w-0 gap-9">
          {course.objectives.length > 0 && (
            <Section title={t('course.objectives')}>
              <ul className="grid gap-x-6 gap-y-2.5 sm:grid-cols-2">
                {course.objectives.map((objective) => (
                  <li key={objective} className="flex gap-2.5">
                    <CheckCircle2 aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-primary" />
                    {objective}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {course.prerequisites.length > 0 && (
            <Section title={t('course.prerequisites')}>
              <ul className="grid gap-2">
                {course.prerequisites.map((one) => (
                  <li key={one.courseId}>
                    <Link to={`/pelatihan/${one.code}`} className="font-semibold text-primary-ink underline-offset-4 hover:underline">
                      {one.title}
                    </Link>{' '}
                    <span className="text-sm text-ink-soft">{one.code}</span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section title={t('course.content')}>
            <CourseOutline modules={course.modules} />
          </Section>
          <Section title={t('rules.title')}>
            <CertificateRules course={course} />
          </Section>
          <People course={course} />
        </div>
      </div>
    </>
  );
}

/** The facts at a glance and the action; on a phone right below the summary, since that is why one came. */
function Take({ course }: { readonly course: PublicCourse }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const { courseAction: Action } = useSlots();
  const { pathname } = useLocation();
  const lessons = course.modules.reduce((sum, module) => sum + module.lessons.length, 0);
  const bytes = course.modules.flatMap((module) => module.lessons).reduce((sum, lesson) => sum + (lesson.facts.bytes ?? 0), 0);
  const facts = [
    [t('facts.organiser'), course.organiser.name],
    [t('facts.duration'), format.duration(course.minutes * 60)],
    [t('facts.content'), t('facts.contentValue', { modules: t('facts.modules', { count: course.modules.length }), lessons: t('facts.lessons', { count: lessons }) })],
    ...(course.audience === '' ? [] : [[t('facts.audience'), course.audience] as const]),
    ...(bytes > 0 ? [[t('facts.size'), format.size(bytes)] as const] : []),
    [t('facts.form'), t(`form.${course.form}`)],
    ...(course.contact === '' ? [] : [[t('facts.contact'), course.contact] as const]),
    [t('facts.code'), course.code],
  ] as const;
  return (
    <Card padded={false} className="overflow-hidden">
      {course.cover === null ? (
        <Cover id={course.courseId} mark={course.code} className="aspect-[16/8] w-full max-lg:hidden" />
      ) : (
        <img src={course.cover.src} width={course.cover.width} height={course.cover.height} alt="" className="aspect-[16/8] w-full object-cover max-lg:hidden" />
      )}
      <div className="grid gap-4 p-4 sm:p-5">
        {Action ? (
          <Suspense fallback={<Skeleton className="h-13 rounded-control" />}>
            <Action courseId={course.courseId} title={course.title} />
          </Suspense>
        ) : (
          <LinkButton tone="accent" size="large" wide to={loginPath(pathname)}>
            {t('course.take')}
          </LinkButton>
        )}
        <dl className="grid gap-2.5 text-sm">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt className="text-ink-soft">{label}</dt>
              <dd className="font-medium">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Card>
  );
}

function People({ course }: { readonly course: PublicCourse }) {
  const { t } = useTranslation('catalogue');
  if (course.instructors.length === 0) return null;
  return (
    <Section title={t('course.instructors')}>
      <ul className="grid gap-3 sm:grid-cols-2">
        {course.instructors.map((person) => (
          <li key={person.personId} className="flex items-center gap-3">
            <Avatar name={person.fullName} />
            <div className="min-w-0">
              <p className="font-semibold">{person.fullName}</p>
              {person.post && <p className="text-sm text-ink-soft">{person.post}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
