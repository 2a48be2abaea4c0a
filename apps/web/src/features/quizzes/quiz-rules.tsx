import type { QuizContent } from '@pamong/contract/quizzes';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { useFormat } from '../../shared/format/use-format.js';
import { Card } from '../../ui/card.js';

export interface QuizRulesProps {
  readonly content: z.output<typeof QuizContent>;
  /** Null while the author has not set one. */
  readonly passMark: number | null;
  /** Null: as many as one likes. */
  readonly maxAttempts: number | null;
  /** Attempts that were made. */
  readonly used: number;
  readonly retryAfterMinutes: number;
}

/** The rules of a quiz in words, before it is begun. */
export function QuizRules({ content, passMark, maxAttempts, used, retryAfterMinutes }: QuizRulesProps) {
  const { t } = useTranslation('quizzes');
  const format = useFormat();
  const rules = [
    t('rules.questions', { count: content.questionCount }),
    ...(passMark === null ? [] : [t('rules.passMark', { mark: format.number(passMark) })]),
    content.rules.timeLimitMinutes === null ? t('rules.noLimit') : t('rules.limit', { count: content.rules.timeLimitMinutes }),
    maxAttempts === null ? t('rules.anyAttempts') : t('rules.attempts', { count: maxAttempts, used }),
    ...(retryAfterMinutes > 0 && maxAttempts !== 1 ? [t('rules.pause', { count: retryAfterMinutes })] : []),
    t('rules.saved'),
    t('rules.key'),
  ];
  return (
    <Card as="section">
      <h2 className="text-lg">{t('start.rules')}</h2>
      <ul className="mt-3 grid gap-2">
        {rules.map((rule) => (
          <li key={rule} className="flex items-start gap-2.5">
            <Check aria-hidden="true" className="mt-1 size-4 shrink-0 text-primary" />
            {rule}
          </li>
        ))}
      </ul>
    </Card>
  );
}
