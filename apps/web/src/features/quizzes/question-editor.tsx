import type { QuestionForAuthor } from '@pamong/contract/questions';
import { ArrowDown, ArrowUp, Plus, Trash2, X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../shared/new-id.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { IconButton } from '../../ui/icon-button.js';
import { TextInput } from '../../ui/text-input.js';
import { Textarea } from '../../ui/textarea.js';

export interface QuestionEditorProps {
  readonly number: number;
  readonly total: number;
  readonly question: QuestionForAuthor;
  readonly onChange: (question: QuestionForAuthor) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One question with its options, key and explanation. */
export function QuestionEditor({ number, total, question, onChange, onMove, onRemove }: QuestionEditorProps) {
  const { t } = useTranslation('quizzes');
  const group = useId();
  const options = (changed: QuestionForAuthor['options']) => onChange({ ...question, options: changed });
  const markRight = (index: number, right: boolean) =>
    options(question.options.map((option, at) => ({ ...option, right: at === index ? right : question.kind === 'single' ? false : option.right })));
  return (
    <li className="rounded-card border border-line bg-surface p-4 sm:p-5">
      <div className="mb-3 flex items-center justify-between gap-2">
        <h3 className="font-bold">
          {t('result.question', { number })} <span className="text-sm font-normal text-ink-soft">· {t(`editor.kinds.${question.kind}`)}</span>
        </h3>
        <div className="flex">
          <IconButton label={t('editor.up', { number })} icon={<ArrowUp className="size-4" />} disabled={number === 1} onClick={() => onMove(-1)} />
          <IconButton label={t('editor.down', { number })} icon={<ArrowDown className="size-4" />} disabled={number === total} onClick={() => onMove(1)} />
          <IconButton label={t('editor.remove', { number })} icon={<Trash2 className="size-4" />} onClick={onRemove} />
        </div>
      </div>
      <div className="grid gap-5">
        <Field name={`${question.id}-text`} label={t('editor.text')} required>
          {(control) => <Textarea {...control} rows={3} value={question.text} maxLength={4000} onChange={(event) => onChange({ ...question, text: event.target.value })} />}
        </Field>
        <fieldset>
          <legend className="mb-2 font-semibold">{t(question.kind === 'single' ? 'editor.optionsSingle' : 'editor.optionsMultiple')}</legend>
          <ul className="grid gap-2">
            {question.options.map((option, index) => (
              <li key={option.id} className="flex items-center gap-2">
                <input
                  type={question.kind === 'single' ? 'radio' : 'checkbox'}
                  name={group}
                  aria-label={t('editor.rightOption', { number: index + 1 })}
                  checked={option.right}
                  onChange={(event) => markRight(index, event.target.checked)}
                  className="size-5 shrink-0 accent-primary"
                />
                <TextInput aria-label={t('editor.option', { number: index + 1 })} className="grow" value={option.text} maxLength={2000} onChange={(event) => options(question.options.with(index, { ...option, text: event.target.value }))} />
                <IconButton label={t('editor.removeOption', { number: index + 1 })} icon={<X className="size-4" />} disabled={question.options.length <= 2} onClick={() => options(question.options.toSpliced(index, 1))} />
              </li>
            ))}
          </ul>
          <Button
            tone="quiet"
            size="small"
            className="mt-2"
            disabled={question.options.length >= 10}
            icon={<Plus className="size-4" />}
            onClick={() => options([...question.options, { id: newId(), text: `${t('editor.newOption')} ${question.options.length + 1}`, right: false }])}
          >
            {t('editor.addOption')}
          </Button>
        </fieldset>
        <Field name={`${question.id}-explanation`} label={t('editor.explanation')} hint={t('editor.explanationHint')} optional>
          {(control) => <Textarea {...control} rows={2} value={question.explanation} maxLength={4000} onChange={(event) => onChange({ ...question, explanation: event.target.value })} />}
        </Field>
        <Field name={`${question.id}-points`} label={t('editor.points')}>
          {(control) => (
            <TextInput
              {...control}
              type="number"
              min={1}
              max={100}
              className="max-w-28"
              value={question.points}
              onChange={(event) => onChange({ ...question, points: Math.min(100, Math.max(1, Number.parseInt(event.target.value, 10) || 1)) })}
            />
          )}
        </Field>
      </div>
    </li>
  );
}
