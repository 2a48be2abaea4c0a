import { ApiProblem } from '@pamong/contract/client';
import type { CompiledCourse } from '@pamong/contract/course-content';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { usePageTitle } from '../../shared/routing/use-page-title.js';
import { useSlots } from '../../shared/slots/slots.js';
import { cx } from '../../ui/cx.js';
import { LinkButton } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonText } from '../../ui/skeleton.js';
import { LessonNeighbours } from './lesson-neighbours.js';

/** The draft as a learner would read it: nothing is recorded, nothing is locked. */
export default function PreviewPage() {
  const { t } = useTranslation('courses');
  const { courseId = '', lessonId } = useParams();
  const course = useQuery({ ...routeQuery('courses', 'preview', { params: { courseId } }), gcTime: 0 });
  usePageTitle(course.data ? t('preview.of', { title: course.data.title }) : null);
  return (
    <>
      <header className="sticky top-0 z-30 flex min-h-15 items-center gap-3 border-b border-line bg-warning-soft px-4 text-warning-ink">
        <p className="min-w-0 grow text-sm">
          <strong>{t('preview.title')}</strong> <span className="max-sm:hidden">{t('preview.note')}</span>
        </p>
        <LinkButton tone="secondary" size="small" to={lessonId ? `/kelola/pelatihan/${courseId}/materi/${lessonId}` : `/kelola/pelatihan/${courseId}`} icon={<X aria-hidden="true" className="size-4" />}>
          {t('preview.close')}
        </LinkButton>
      </header>
      <div className="mx-auto max-w-[1200px] px-4 py-6 sm:px-6">
        <QueryState query={course} place="page" errorTitle={t('preview.failed')}>
          {(found) => <Preview course={found} lessonId={lessonId ?? found.modules.flatMap((module) => module.lessons)[0]?.id} />}
        </QueryState>
      </div>
    </>
  );
}

function Preview({ course, lessonId }: { readonly course: CompiledCourse; readonly lessonId: string | undefined }) {
  const { t } = useTranslation('courses');
  const lesson = course.modules.flatMap((module) => module.lessons).find((one) => one.id === lessonId);
  return (
    <div className="grid gap-8 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <Contents course={course} lessonId={lessonId} />
      <div className="min-w-0 max-lg:-order-1">
        {lesson ? (
          <>
            <h1 tabIndex={-1} className="mb-5 text-2xl sm:text-3xl">
              {lesson.title}
            </h1>
            <LessonPreview key={lesson.id} course={course} lesson={lesson} />
            <div className="mt-8">
              <LessonNeighbours modules={course.modules} lessonId={lesson.id} toLesson={(id) => `/kelola/pelatihan/${course.courseId}/pratinjau/${id}`} />
            </div>
          </>
        ) : (
          <Notice title={t('preview.empty')} />
        )}
      </div>
    </div>
  );
}

function Contents({ course, lessonId }: { readonly course: CompiledCourse; readonly lessonId: string | undefined }) {
  const { t } = useTranslation('courses');
  const format = useFormat();
  return (
    <nav aria-label={t('preview.contents')} className="grid content-start gap-4">
      <p className="font-semibold">{course.title}</p>
      {course.modules.map((module) => (
        <div key={module.id}>
          <p className="mb-1 text-sm font-bold text-ink-soft">{module.title}</p>
          <ul>
            {module.lessons.map((lesson) => (
              <li key={lesson.id}>
                <Link
                  to={`/kelola/pelatihan/${course.courseId}/pratinjau/${lesson.id}`}
                  aria-current={lesson.id === lessonId ? 'page' : undefined}
                  className={cx('block rounded-control px-3 py-2 text-sm', lesson.id === lessonId ? 'bg-primary-soft font-semibold text-primary-ink' : 'hover:bg-hover')}
                >
                  {lesson.title}
                  <span className="block text-xs font-normal text-ink-soft">{[t(`kind.${lesson.kind}`), format.duration(lesson.minutes * 60)].join(' · ')}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

type Line = CompiledCourse['modules'][number]['lessons'][number];

/** The lesson as its kind shows it to an author: nothing that it does is recorded. */
function LessonPreview({ course, lesson }: { readonly course: CompiledCourse; readonly lesson: Line }) {
  const { t } = useTranslation('courses');
  const sentence = useProblemSentence();
  const { lessonViews, lessonPreviews } = useSlots();
  const content = useQuery({ ...routeQuery('courses', 'previewLesson', { params: { courseId: course.courseId, lessonId: lesson.id } }), gcTime: 0 });
  const View = lesson.kind === 'text' ? lessonViews?.text : lessonPreviews?.[lesson.kind];
  if (content.error instanceof ApiProblem && content.error.code === 'LESSON_INCOMPLETE') {
    const toEditor = <LinkButton tone="secondary" size="small" to={`/kelola/pelatihan/${course.courseId}/materi/${lesson.id}`}>{t('preview.edit')}</LinkButton>;
    return (
      <Notice title={t('preview.incomplete')} action={toEditor}>
        {sentence(content.error)}
      </Notice>
    );
  }
  if (!View) return <Notice title={t('preview.empty')} />;
  return (
    <QueryState query={content} skeleton={<SkeletonText lines={6} />} errorTitle={t('preview.failed')}>
      {(found) => (
        <Suspense fallback={<SkeletonText lines={6} />}>
          <View course={course} lesson={lesson} content={found.content} progress={null} onCompleted={() => undefined} />
        </Suspense>
      )}
    </QueryState>
  );
}
