import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { Card } from '../../ui/card.js';
import { Combobox } from '../../ui/combobox.js';
import { Field } from '../../ui/field.js';
import { IconButton } from '../../ui/icon-button.js';
import type { Course } from './use-course.js';
import type { CourseForm } from './use-course-form.js';

const fewestLetters = 2;

/** Who teaches: a list, and a search among the agency's people. Whoever teaches may edit. */
export function InstructorPicker({ form: { values, change, errorOf } }: { readonly form: CourseForm }) {
  const { t } = useTranslation('courses');
  const [text, setText] = useState('');
  const [people, setPeople] = useState<Course['instructors']>(values.instructors);
  const found = useQuery({
    ...routeQuery('courses', 'listCandidates', { params: { courseId: values.id }, query: { q: text } }),
    enabled: text.length >= fewestLetters,
    placeholderData: keepPreviousData,
  });
  const candidates = (found.data?.items ?? []).filter((one) => !people.some((person) => person.personId === one.personId));
  const set = (next: Course['instructors']) => {
    setPeople(next);
    change({ instructorIds: next.map((person) => person.personId) });
  };
  return (
    <Card className="grid gap-4">
      {people.length > 0 && (
        <ul className="divide-y divide-line">
          {people.map((person) => (
            <li key={person.personId} className="flex items-center gap-3 py-1">
              <span className="min-w-0 grow">
                <span className="block font-medium">{person.fullName}</span>
                {person.post && <span className="block text-sm text-ink-soft">{person.post}</span>}
              </span>
              <IconButton
                label={t('facts.removeInstructor', { name: person.fullName })}
                icon={<X aria-hidden="true" className="size-4.5" />}
                onClick={() => set(people.filter((one) => one.personId !== person.personId))}
              />
            </li>
          ))}
        </ul>
      )}
      <Field name="instructorIds" label={t('facts.addInstructor')} hint={t('facts.addInstructorHint')} error={errorOf('instructorIds')} optional>
        {(control) => (
          <Combobox
            control={control}
            value=""
            options={candidates.map((one) => ({ value: one.personId, label: [one.fullName, one.unit].join(' · ') }))}
            onSearch={(typed) => setText(typed.trim())}
            emptyText={t(text.length < fewestLetters ? 'facts.typeMore' : 'facts.nobodyFound')}
            onValue={(personId) => {
              const person = candidates.find((one) => one.personId === personId);
              if (person) set([...people, { personId: person.personId, fullName: person.fullName, post: person.post }]);
            }}
          />
        )}
      </Field>
    </Card>
  );
}
