import type { QuestionForLearner } from '@pamong/contract/questions';
import { useTranslation } from 'react-i18next';
import { Checkbox, Radio } from '../../ui/choices.js';

export interface QuestionViewProps {
  readonly question: QuestionForLearner;
  readonly number: number;
  readonly total: number;
  readonly choice: readonly string[];
  readonly onChoose: (choice: readonly string[]) => void;
}

/** One question with its options as large cards. */
export function QuestionView({ question, number, total, choice, onChoose }: QuestionViewProps) {
  const { t } = useTranslation('quizzes');
  const single = question.kind === 'single';
  return (
    <fieldset>
      <legend className="mb-5 w-full">
        <span className="mb-2 block text-sm font-semibold text-ink-soft">{t('take.questionOf', { number, total })}</span>
        <span className="block text-lg leading-relaxed font-semibold whitespace-pre-line sm:text-xl">{question.text}</span>
        {!single && <span className="mt-2 block text-sm text-ink-soft">{t('take.several')}</span>}
      </legend>
      <div className="grid gap-3">
        {question.options.map((option) =>
          single ? (
            <Radio key={option.id} look="card" name={question.id} label={option.text} checked={choice[0] === option.id} onChange={() => onChoose([option.id])} />
          ) : (
            <Checkbox
              key={option.id}
              look="card"
              label={option.text}
              checked={choice.includes(option.id)}
              onChange={(event) => onChoose(event.target.checked ? [...choice, option.id] : choice.filter((id) => id !== option.id))}
            />
          ),
        )}
      </div>
    </fieldset>
  );
}
