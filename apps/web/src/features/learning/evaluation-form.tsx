import type { EvaluationForm } from '@pamong/contract/evaluation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { Textarea } from '../../ui/textarea.js';

export interface EvaluationFormCardProps {
  readonly courseId: string;
  readonly form: z.output<typeof EvaluationForm>;
  readonly onFilled: () => void;
}

/** One form: a mark from 1 to 4 for each item, and a free word. */
export function EvaluationFormCard({ courseId, form, onFilled }: EvaluationFormCardProps) {
  const { t } = useTranslation('learning');
  const [marks, setMarks] = useState<Readonly<Record<number, number>>>({});
  const [suggestion, setSuggestion] = useState('');
  const [busy, setBusy] = useState(false);
  const [tries, setTries] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const sentence = useProblemSentence();
  const prefix = `${form.key}-${form.subject?.personId ?? 'course'}`;
  const open = form.items.flatMap((_, index) => (marks[index] === undefined ? [index] : []));
  const faults = tries > 0 ? open.map((index) => ({ name: `${prefix}-${index}`, text: t('evaluation.markMissing', { number: index + 1 }) })) : [];

  const submit = async () => {
    setTries(tries + 1);
    setProblem(null);
    if (open.length > 0) return;
    setBusy(true);
    try {
      const ratings = form.items.map((_, index) => marks[index] ?? 1);
      await api.evaluation.fill({ params: { courseId }, body: { key: form.key, subjectId: form.subject?.personId ?? null, ratings, suggestion } });
      onFilled();
    } catch (error) {
      setProblem(sentence(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Card as="section">
      <LeaveGuard unsaved={(Object.keys(marks).length > 0 || suggestion !== '') && !busy} />
      <h2 className="text-xl">{form.title}</h2>
      {form.subject && <p className="text-ink-soft">{form.subject.fullName}</p>}
      <form
        noValidate
        className="mt-4 grid gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <FormErrors faults={faults} problem={problem} submitCount={tries} />
        {form.items.map((item, index) => (
          <Item key={item} id={`${prefix}-${index}`} label={`${index + 1}. ${item}`} scale={form.scale} value={marks[index]} onValue={(mark) => setMarks({ ...marks, [index]: mark })} />
        ))}
        <Field name={`${prefix}-suggestion`} label={form.suggestionLabel} optional>
          {(control) => <Textarea {...control} value={suggestion} maxLength={2000} onChange={(event) => setSuggestion(event.target.value)} />}
        </Field>
        <div>
          <Button type="submit" busy={busy}>
            {t('evaluation.submit')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

interface ItemProps {
  readonly id: string;
  readonly label: string;
  readonly scale: readonly string[];
  readonly value: number | undefined;
  readonly onValue: (mark: number) => void;
}

/** Four words side by side; on a phone two by two, so that none is cut. */
function Item({ id, label, scale, value, onValue }: ItemProps) {
  return (
    <fieldset id={id}>
      <legend className="mb-2 font-semibold">{label}</legend>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {scale.map((word, index) => (
          <label
            key={word}
            className="flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-control border border-line px-3 text-center text-sm has-checked:border-primary has-checked:bg-primary-soft has-checked:font-semibold has-checked:text-primary-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary"
          >
            <input type="radio" name={id} value={index + 1} checked={value === index + 1} onChange={() => onValue(index + 1)} className="sr-only" />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
