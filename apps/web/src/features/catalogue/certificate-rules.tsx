import type { PublicCourse } from '@pamong/contract/catalogue';
import { Award, ListChecks, MessageSquareText, Route } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';

const icons = { all_lessons: Route, final_score: ListChecks, evaluation: MessageSquareText } as const;

/** What the certificate asks for and what it gives, in words. */
export function CertificateRules({ course }: { readonly course: PublicCourse }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const { rules, jp } = course;
  const lessons = course.modules.flatMap((module) => module.lessons);
  const sentences: Record<(typeof rules.requirements)[number], string> = {
    all_lessons: [
      t('rules.allLessons', { count: lessons.filter((lesson) => lesson.required).length }),
      ...(lessons.some((lesson) => lesson.kind === 'video') ? [t('rules.watch', { share: format.percent(rules.watchThreshold) })] : []),
    ].join(' '),
    final_score: [
      t('rules.finalScore', { score: rules.passMark ?? 0 }),
      rules.maxAttempts === null ? t('rules.anyAttempts') : t('rules.attempts', { count: rules.maxAttempts }),
      ...(rules.retryAfterMinutes > 0 ? [t('rules.pause', { time: format.duration(rules.retryAfterMinutes * 60) })] : []),
    ].join(' '),
    evaluation: t('rules.evaluation'),
  };
  return (
    <ul className="grid gap-3">
      {rules.requirements.map((key) => {
        const Icon = icons[key];
        return (
          <Line key={key} icon={<Icon aria-hidden="true" className="size-5" />}>
            {sentences[key]}
          </Line>
        );
      })}
      <Line icon={<Award aria-hidden="true" className="size-5" />}>{jp > 0 ? t('rules.result', { jp: format.jp(jp) }) : t('rules.resultWithoutJp')}</Line>
    </ul>
  );
}

function Line({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span className="grid size-9 shrink-0 place-items-center rounded-full bg-primary-soft text-primary-ink">{icon}</span>
      <p className="min-w-0 pt-1.5">{children}</p>
    </li>
  );
}
