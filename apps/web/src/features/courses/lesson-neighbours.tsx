import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

interface LessonNeighboursProps {
  readonly modules: readonly { readonly lessons: readonly { readonly id: string; readonly title: string }[] }[];
  readonly lessonId: string;
  readonly toLesson: (lessonId: string) => string;
}

/** The lessons before and after, so that a course is written and read from beginning to end without going back each time. */
export function LessonNeighbours({ modules, lessonId, toLesson }: LessonNeighboursProps) {
  const { t } = useTranslation('courses');
  const lessons = modules.flatMap((module) => module.lessons);
  const at = lessons.findIndex((lesson) => lesson.id === lessonId);
  const before = at > 0 ? lessons[at - 1] : undefined;
  const after = at === -1 ? undefined : lessons[at + 1];
  const look = 'flex min-h-13 min-w-0 items-center gap-3 rounded-card border border-line bg-surface px-4 py-2.5 hover:border-line-strong';
  return (
    <nav aria-label={t('lesson.neighbours')} className="grid gap-3 sm:grid-cols-2">
      {before && (
        <Link to={toLesson(before.id)} className={look}>
          <ArrowLeft aria-hidden="true" className="size-4 shrink-0" />
          <span className="min-w-0">
            <span className="block text-xs text-ink-soft">{t('lesson.before')}</span>
            <span className="block truncate font-medium">{before.title}</span>
          </span>
        </Link>
      )}
      {after && (
        <Link to={toLesson(after.id)} className={`${look} justify-end text-end sm:col-start-2`}>
          <span className="min-w-0">
            <span className="block text-xs text-ink-soft">{t('lesson.after')}</span>
            <span className="block truncate font-medium">{after.title}</span>
          </span>
          <ArrowRight aria-hidden="true" className="size-4 shrink-0" />
        </Link>
      )}
    </nav>
  );
}
