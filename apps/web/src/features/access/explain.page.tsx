import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { useCan } from '../../shared/session/use-session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Field } from '../../ui/field.js';
import { PageHeader } from '../../ui/page-header.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { AccessTabs } from './access-tabs.js';
import { Explanation } from './explanation.js';
import type { PickedPerson, PickedPlace } from './pickers.js';
import { PersonPicker, PlacePicker } from './pickers.js';
import { useAddressFilter } from '../../shared/routing/use-address-filter.js';
import { usePlaces } from './use-places.js';

/** "What can this person do here, and why?"; person and place stand in the address, so that an answer can be shown to a colleague. */
export default function ExplainPage() {
  const { t } = useTranslation('access');
  const filter = useAddressFilter();
  const mayPickCourse = useCan()('course.author');
  const [personId, organisationId, courseId] = [filter.get('orang'), filter.get('tempat'), filter.get('pelatihan')];
  const answer = useQuery({
    ...routeQuery('access', 'explain', { params: { personId }, query: { ...(courseId ? { courseId } : organisationId ? { organisationId } : {}) } }),
    enabled: personId !== '',
    placeholderData: keepPreviousData,
  });
  const known = personId === '' ? undefined : answer.data;
  const person = known?.person.id === personId ? known.person : null;
  const place = known && [organisationId, courseId].includes(known.place.id) ? known.place : null;
  return (
    <>
      <PageHeader title={t('explain.title')}>{t('explain.lead')}</PageHeader>
      <AccessTabs />
      <div className="mb-6 grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        <Field label={t('explain.person')}>
          {(control) => <RememberedPerson control={control} value={person} onValue={(next) => filter.set({ orang: next?.id ?? '' })} />}
        </Field>
        <Field label={t('explain.place')}>
          {(control) => (
            <OrganisationChoice control={control} value={courseId === '' ? place : null} onValue={(next) => filter.set({ tempat: next?.id ?? '', pelatihan: '' })} />
          )}
        </Field>
        {mayPickCourse && (
          <Field label={t('explain.course')}>
            {(control) => <CourseChoice control={control} value={courseId === '' ? null : place} onValue={(next) => filter.set({ pelatihan: next?.id ?? '', tempat: '' })} />}
          </Field>
        )}
      </div>
      {personId === '' ? (
        <EmptyState drawing="people" title={t('explain.startTitle')}>
          {t('explain.startText')}
        </EmptyState>
      ) : (
        <QueryState query={answer} skeleton={<SkeletonRows count={5} />} errorTitle={t('explain.failed')}>
          {(data) => <Explanation answer={data} />}
        </QueryState>
      )}
    </>
  );
}

type Control = Parameters<Parameters<typeof Field>[0]['children']>[0];

interface ChoiceProps<Value> {
  readonly control: Control;
  /** As the server knows it, once the address names it. */
  readonly value: Value | null;
  readonly onValue: (value: Value | null) => void;
}

/** Shows the person as soon as one is picked, before the answer about them is there. */
function RememberedPerson({ control, value, onValue }: ChoiceProps<PickedPerson>) {
  const [picked, setPicked] = useState<PickedPerson | null>(null);
  return (
    <PersonPicker
      control={control}
      value={value ?? picked}
      onValue={(next) => {
        setPicked(next);
        onValue(next);
      }}
    />
  );
}

function OrganisationChoice({ control, value, onValue }: ChoiceProps<PickedPlace>) {
  const { t } = useTranslation('access');
  const { found, onSearch } = usePlaces();
  return <PlacePicker control={control} placeholder={t('explain.ownUnit')} value={value} found={found} onSearch={onSearch} onValue={onValue} />;
}

function CourseChoice({ control, value, onValue }: ChoiceProps<PickedPlace>) {
  const { t } = useTranslation('access');
  const [text, setText] = useState('');
  const list = useQuery({ ...routeQuery('courses', 'list', { query: { q: text, mine: 'false' } }), placeholderData: keepPreviousData });
  const found = (list.data?.items ?? []).map(({ id, title }) => ({ id, name: title }));
  return <PlacePicker control={control} placeholder={t('explain.anyCourse')} value={value} found={found} onSearch={setText} onValue={onValue} />;
}
