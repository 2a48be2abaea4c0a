import type { PublicCourse } from '@pamong/contract/catalogue';
import { ChevronDown } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useFormat } from '../../shared/format/use-format.js';
import { cx } from '../../ui/cx.js';
import { LessonIcon } from './lesson-icon.js';


/** Modules that open and close by themselves (the browser's own `details`), the first one open. */
export function CourseOutline({ modules }: { readonly modules: PublicCourse['modules'] }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const { hash } = useLocation();
  // A search leads to one lesson of the outline, whose module must be open before the browser can go there.
  useEffect(() => {
    if (hash.startsWith('#materi-')) document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'center' });
  }, [hash]);
  return (
    <ol className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
      {modules.map((module, index) => (
        <li key={module.id}>
          <details open={index === 0 || module.lessons.some((lesson) => hash === `#materi-${lesson.id}`)} className="group">
            <summary className="flex min-h-13 cursor-pointer list-none items-center gap-3 px-4 py-3 hover:bg-hover [&::-webkit-details-marker]:hidden">
              <span className="min-w-0 grow">
                <span className="block font-semibold">
                  {index + 1}. {module.title}
                </span>
                <span className="block text-sm text-ink-soft">
                  {[t('facts.lessons', { count: module.lessons.length }), format.duration(module.minutes * 60), ...(module.jp > 0 ? [format.jp(module.jp)] : [])].join(' · ')}
                </span>
              </span>
              <ChevronDown aria-hidden="true" className="size-5 shrink-0 text-ink-faint transition-transform group-open:rotate-180" />
            </summary>
            <ul className="pb-2">
              {module.lessons.map((lesson) => {
                const sought = hash === `#materi-${lesson.id}`;
                return (
                  <li
                    key={lesson.id}
                    id={`materi-${lesson.id}`}
                    aria-current={sought || undefined}
                    className={cx('flex items-start gap-3 px-4 py-2 text-[0.9375rem]', sought && 'bg-accent-soft')}
                  >
                    <LessonIcon kind={lesson.kind} className="mt-0.5 size-5 shrink-0 text-primary" />
                    <span className="min-w-0 grow">
                      {lesson.title}
                      <span className="block text-xs text-ink-soft">
                        {t(`kind.${lesson.kind}`)}
                        {!lesson.required && ` · ${t('course.optional')}`}
                      </span>
                    </span>
                    <span className="tabular shrink-0 text-sm text-ink-soft">{format.duration(lesson.minutes * 60)}</span>
                  </li>
                );
              })}
            </ul>
          </details>
        </li>
      ))}
    </ol>
  );
}
