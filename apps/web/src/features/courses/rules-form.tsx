import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, Section } from '../../ui/card.js';
import { Checkbox, ChoiceGroup } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { DigitsInput } from '../../ui/text-input.js';
import type { CourseForm } from './use-course-form.js';

const requirements = ['all_lessons', 'final_score', 'evaluation'] as const;

/** What the certificate asks for. */
export function RulesForm({ form }: { readonly form: CourseForm }) {
  const { t } = useTranslation('courses');
  const { values, change } = form;
  const chosen = values.requirements;
  return (
    <div className="grid max-w-4xl gap-8">
      <Section title={t('rules.certificate')}>
        <Card>
          <ChoiceGroup name="requirements" legend={t('rules.requirements')} hint={t('rules.requirementsHint')}>
            {requirements.map((key) => (
              <Checkbox
                key={key}
                look="card"
                label={t(`rules.requirement.${key}`)}
                hint={t(`rules.requirementHint.${key}`)}
                checked={chosen.includes(key)}
                onChange={(event) => change({ requirements: requirements.filter((one) => (one === key ? event.target.checked : chosen.includes(one))) })}
              />
            ))}
          </ChoiceGroup>
        </Card>
      </Section>
      <Section title={t('rules.quizzes')}>
        <Card className="grid gap-5 sm:grid-cols-3">
          <NumberField form={form} name="passMark" label={t('rules.passMark')} hint={t('rules.passMarkHint')} value={values.passMark} least={1} most={100} onNumber={(passMark) => change({ passMark })} />
          <NumberField form={form} name="maxAttempts" label={t('rules.maxAttempts')} hint={t('rules.maxAttemptsHint')} value={values.maxAttempts} least={1} most={100} onNumber={(maxAttempts) => change({ maxAttempts })} />
          <NumberField
            form={form} name="retryAfterMinutes" label={t('rules.pause')} hint={t('rules.pauseHint')} value={values.retryAfterMinutes} least={0} most={43_200}
            onNumber={(minutes) => change({ retryAfterMinutes: minutes ?? 0 })}
          />
        </Card>
      </Section>
      <Section title={t('rules.videos')}>
        <Card>
          <NumberField
            form={form} name="watchThreshold" label={t('rules.watch')} hint={t('rules.watchHint')} value={Math.round(values.watchThreshold * 100)} least={50} most={100} unit="%" required
            onNumber={(percent) => percent !== null && change({ watchThreshold: percent / 100 })}
          />
        </Card>
      </Section>
    </div>
  );
}

interface NumberFieldProps {
  readonly form: CourseForm;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly unit?: string;
  readonly required?: boolean;
  /** Null for an empty field. */
  readonly onNumber: (value: number | null) => void;
}

/** A whole number, or nothing. What is outside of its limits is said and not sent. */
function NumberField({ form, name, label, hint, value, least, most, unit, required = false, onNumber }: NumberFieldProps) {
  const { t } = useTranslation('courses');
  const [text, setText] = useState(value === null ? '' : String(value));
  const number = /^\d+$/.test(text) ? Number(text) : null;
  const fine = text === '' ? !required : number !== null && number >= least && number <= most;
  return (
    <Field name={name} label={label} hint={hint} error={fine ? form.errorOf(name) : t('rules.limits', { least, most })}>
      {(control) => (
        <DigitsInput
          {...control}
          className="w-28"
          value={text}
          maxLength={5}
          after={unit && <span className="pe-2 text-sm">{unit}</span>}
          onChange={(event) => {
            const typed = event.target.value.trim();
            setText(typed);
            const next = /^\d+$/.test(typed) ? Number(typed) : null;
            if (typed === '' ? !required : next !== null && next >= least && next <= most) onNumber(next);
          }}
        />
      )}
    </Field>
  );
}
