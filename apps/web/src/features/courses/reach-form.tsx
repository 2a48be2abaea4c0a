import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { Card } from '../../ui/card.js';
import { ChoiceGroup, Radio } from '../../ui/choices.js';
import { Combobox } from '../../ui/combobox.js';
import { Field } from '../../ui/field.js';
import { IconButton } from '../../ui/icon-button.js';
import { Select } from '../../ui/select.js';
import { DigitsInput, TextInput } from '../../ui/text-input.js';
import type { Course } from './use-course.js';
import type { CourseForm } from './use-course-form.js';

// Written again here: the contract's lists would bring all of its schemas into this page.
const courseForms = ['self_paced', 'webinar', 'blended'] as const satisfies readonly Course['form'][];
const courseVisibilities = ['public', 'agency'] as const satisfies readonly Course['visibility'][];

const languages = ['id', 'en', 'jv', 'su', 'ms', 'ar'] as const;
const fewestLetters = 2;

/** Who may find a course, how it is held, in which language, how many it takes, and whom to ask. */
export function ReachForm({ form }: { readonly form: CourseForm }) {
  const { t } = useTranslation('courses');
  const { values, change, errorOf } = form;
  const [seats, setSeats] = useState(values.seats === null ? '' : String(values.seats));
  return (
    <Card className="grid gap-6">
      <ChoiceGroup name="visibility" legend={t('reach.visibility')}>
        {courseVisibilities.map((one) => (
          <Radio key={one} name="visibility" checked={values.visibility === one} label={t(`reach.who.${one}`)} hint={t(`reach.whoHint.${one}`, { agency: values.owner.shortName })} onChange={() => change({ visibility: one })} />
        ))}
      </ChoiceGroup>
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <Field name="form" label={t('reach.form')}>
          {(control) => (
            <Select
              {...control}
              value={values.form}
              options={courseForms.map((value) => ({ value, label: t(`reach.forms.${value}`) }))}
              onChange={(event) => change({ form: courseForms.find((one) => one === event.target.value) ?? 'self_paced' })}
            />
          )}
        </Field>
        <Field name="language" label={t('reach.language')}>
          {(control) => (
            <Select
              {...control}
              value={values.language}
              options={languages.map((value) => ({ value, label: t(`reach.languages.${value}`) }))}
              onChange={(event) => change({ language: event.target.value })}
            />
          )}
        </Field>
        <Field name="seats" label={t('reach.seats')} hint={t('reach.seatsHint')} error={errorOf('seats')} optional>
          {(control) => (
            <DigitsInput
              {...control}
              className="w-32"
              value={seats}
              maxLength={7}
              onChange={(event) => {
                const typed = event.target.value.replaceAll(/\D/g, '');
                setSeats(typed);
                change({ seats: typed === '' || Number(typed) === 0 ? null : Number(typed) });
              }}
            />
          )}
        </Field>
        <Field name="contact" label={t('reach.contact')} hint={t('reach.contactHint')} error={errorOf('contact')} optional>
          {(control) => <TextInput {...control} value={values.contact} maxLength={300} onChange={(event) => change({ contact: event.target.value })} />}
        </Field>
      </div>
      <Prerequisites form={form} />
    </Card>
  );
}

/** Courses to complete before this one, found in the catalogue. */
function Prerequisites({ form: { values, change, errorOf } }: { readonly form: CourseForm }) {
  const { t } = useTranslation('courses');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Course['prerequisites']>(values.prerequisites);
  const found = useQuery({ ...routeQuery('search', 'courses', { query: { q: text, size: 8 } }), enabled: text.length >= fewestLetters, placeholderData: keepPreviousData });
  const offered = (found.data?.items ?? []).filter((one) => one.courseId !== values.id && !chosen.some((course) => course.courseId === one.courseId));
  const set = (next: Course['prerequisites']) => {
    setChosen(next);
    change({ prerequisiteIds: next.map((course) => course.courseId) });
  };
  return (
    <div className="grid gap-3">
      <Field name="prerequisiteIds" label={t('reach.prerequisites')} hint={t('reach.prerequisitesHint')} error={errorOf('prerequisiteIds')} optional>
        {(control) => (
          <Combobox
            control={control}
            value=""
            options={offered.map((one) => ({ value: one.courseId, label: [one.code, one.title].join(' · ') }))}
            onSearch={(typed) => setText(typed.trim())}
            emptyText={t(text.length < fewestLetters ? 'facts.typeMore' : 'reach.nothingFound')}
            onValue={(courseId) => {
              const course = offered.find((one) => one.courseId === courseId);
              if (course) set([...chosen, { courseId, code: course.code, title: course.title }]);
            }}
          />
        )}
      </Field>
      {chosen.length > 0 && (
        <ul className="divide-y divide-line">
          {chosen.map((course) => (
            <li key={course.courseId} className="flex items-center gap-3 py-1">
              <span className="min-w-0 grow">
                {course.title} <span className="text-sm text-ink-soft">{course.code}</span>
              </span>
              <IconButton label={t('reach.removePrerequisite', { title: course.title })} icon={<X aria-hidden="true" className="size-4.5" />} onClick={() => set(chosen.filter((one) => one.courseId !== course.courseId))} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
