import type { CourseCard } from '@pamong/contract/search';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../shared/format/use-format.js';
import { Marked } from '../../ui/marked.js';
import { LessonIcon } from './lesson-icon.js';

/** Lessons in which the words were found: to the lesson, or the second, for who takes the course; else to its line on the course's page. */
export function LessonHits({ course }: { readonly course: CourseCard }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const { hits, hitCount, enrolled, courseId, code } = course;
  if (hits.length === 0) return null;
  return (
    <div className="relative mt-3 border-t border-line pt-2">
      <ul aria-label={t('hits.title')}>
        {hits.map(({ lessonId, kind, title, passage, second }) => (
          <li key={lessonId}>
            <Link
              to={enrolled ? `/belajar/${courseId}/materi/${lessonId}${second === null ? '' : `?t=${second}`}` : `/pelatihan/${code}#materi-${lessonId}`}
              className="group -mx-2 flex min-h-11 gap-2.5 rounded-control px-2 py-2 hover:bg-hover"
            >
              <LessonIcon kind={kind} className="mt-0.5 size-4.5 shrink-0 text-primary" />
              <span className="min-w-0 text-sm">
                <span className="font-semibold group-hover:underline">
                  <Marked parts={title} />
                </span>
                {second !== null && <span className="tabular text-ink-soft"> · {t('hits.second', { position: format.position(second) })}</span>}
                {passage.some((part) => part.text !== '') && (
                  <span className="mt-0.5 block break-words text-ink-soft">
                    <Marked parts={passage} />
                  </span>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {hitCount > hits.length && <p className="mt-1 text-xs text-ink-soft">{t('hits.more', { count: hitCount - hits.length })}</p>}
    </div>
  );
}
