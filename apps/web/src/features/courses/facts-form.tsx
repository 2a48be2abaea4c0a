import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, Section } from '../../ui/card.js';
import { Field } from '../../ui/field.js';
import { Select } from '../../ui/select.js';
import { TextInput } from '../../ui/text-input.js';
import { Textarea } from '../../ui/textarea.js';
import { CompetenceRows } from './competence-rows.js';
import { CoverPicker } from './cover-picker.js';
import { InstructorPicker } from './instructor-picker.js';
import { ReachForm } from './reach-form.js';
import { siasnKinds } from './siasn-kinds.js';
import type { CourseForm } from './use-course-form.js';

const levels = ['basic', 'intermediate', 'advanced'] as const;

/** What a course is about and who teaches it. */
export default function FactsForm({ form }: { readonly form: CourseForm }) {
  const { t } = useTranslation('courses');
  const { values, change, errorOf } = form;
  // The lines as typed: an empty line must not vanish under the cursor.
  const [objectives, setObjectives] = useState(values.objectives.join('\n'));
  return (
    <div className="grid max-w-4xl gap-8">
      <Section title={t('facts.about')}>
        <Card className="grid gap-5">
          <Field name="title" label={t('facts.title')} error={errorOf('title')} required>
            {(control) => <TextInput {...control} value={values.title} maxLength={200} onChange={(event) => change({ title: event.target.value })} />}
          </Field>
          <Field name="summary" label={t('facts.summary')} hint={t('facts.summaryHint')} error={errorOf('summary')}>
            {(control) => <Textarea {...control} value={values.summary} maxLength={1000} rows={3} onChange={(event) => change({ summary: event.target.value })} />}
          </Field>
          <Field name="objectives" label={t('facts.objectives')} hint={t('facts.objectivesHint')} error={errorOf('objectives')} optional>
            {(control) => (
              <Textarea
                {...control}
                value={objectives}
                rows={4}
                onChange={(event) => {
                  setObjectives(event.target.value);
                  change({ objectives: event.target.value.split('\n').map((line) => line.trim()).filter((line) => line !== '') });
                }}
              />
            )}
          </Field>
          <Field name="audience" label={t('facts.audience')} error={errorOf('audience')} optional>
            {(control) => <TextInput {...control} value={values.audience} maxLength={300} onChange={(event) => change({ audience: event.target.value })} />}
          </Field>
          <div className="grid items-end gap-5 sm:grid-cols-2">
            <Field name="level" label={t('facts.level')}>
              {(control) => (
                <Select
                  {...control}
                  value={values.level}
                  options={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
                  onChange={(event) => change({ level: levels.find((one) => one === event.target.value) ?? 'basic' })}
                />
              )}
            </Field>
            <Field name="category" label={t('facts.category')} hint={t('facts.categoryHint')} error={errorOf('category')} optional>
              {(control) => <TextInput {...control} value={values.category} maxLength={80} onChange={(event) => change({ category: event.target.value.trimStart() })} />}
            </Field>
            <Field name="code" label={t('facts.code')} hint={t('facts.codeHint')} error={errorOf('code')} required>
              {(control) => <TextInput {...control} className="max-w-56 uppercase" value={values.code} maxLength={40} spellCheck={false} onChange={(event) => change({ code: event.target.value.toUpperCase() })} />}
            </Field>
            <Field name="siasnKind" label={t('facts.siasnKind')} hint={t('facts.siasnKindHint')}>
              {(control) => (
                <Select
                  {...control}
                  value={String(values.siasnKind)}
                  options={siasnKinds.map(([id, name]) => ({ value: String(id), label: `${id}. ${name}` }))}
                  onChange={(event) => change({ siasnKind: Number(event.target.value) })}
                />
              )}
            </Field>
          </div>
        </Card>
      </Section>
      <Section title={t('facts.cover')}>
        <CoverPicker form={form} />
      </Section>
      <Section title={t('reach.title')}>
        <ReachForm form={form} />
      </Section>
      <Section title={t('facts.instructors')}>
        <InstructorPicker form={form} />
      </Section>
      <Section title={t('facts.competences')}>
        <CompetenceRows form={form} />
      </Section>
    </div>
  );
}
