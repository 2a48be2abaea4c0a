import type { PublicCourse } from '@pamong/contract/catalogue';
import { ChevronDown, CirclePlay, FileText, ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';

const icons = { text: FileText, video: CirclePlay, quiz: ListChecks } as const;

/** Modules that open and close by themselves (the browser's own `details`), the first one open. */
export function CourseOutline({ modules }: { readonly modules: PublicCourse['modules'] }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  return (
    <ol className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
      {modules.map((module, index) => (
        <li key={module.id}>
          <details open={index === 0} className="group">
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
                const Icon = icons[lesson.kind];
                return (
                  <li key={lesson.id} className="flex items-start gap-3 px-4 py-2 text-[0.9375rem]">
                    <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-primary" />
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
