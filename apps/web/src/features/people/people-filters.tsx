import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { Select } from '../../ui/select.js';
import { SearchInput } from '../../ui/text-input.js';
import { UnitPicker } from './pickers.js';
import { ACCOUNTS, KINDS, type PeopleQuery, STATUSES } from './use-people-filter.js';

/** How long typing rests before the list is asked again. */
const PAUSE_MS = 300;

export interface PeopleFiltersProps {
  readonly filter: PeopleQuery;
  readonly onSet: (values: Readonly<Record<string, string>>) => void;
}

/** Search and filters above the list. */
export function PeopleFilters({ filter, onSet }: PeopleFiltersProps) {
  const { t } = useTranslation('people');
  return (
    <div className="mb-5 grid grid-cols-2 gap-2 max-sm:[&>:nth-child(-n+2)]:col-span-2 xl:grid-cols-[minmax(0,1.4fr)_minmax(0,1.4fr)_10rem_10rem_10rem]">
      <SearchBox value={filter.q ?? ''} onValue={(q) => onSet({ q })} />
      <UnitFilter key={filter.unitId ?? ''} unitId={filter.unitId ?? ''} onValue={(unit) => onSet({ unit })} />
      <Select
        aria-label={t('facts.kind')}
        placeholder={t('list.allKinds')}
        value={filter.kind ?? ''}
        options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={(event) => onSet({ jenis: event.target.value })}
      />
      <Select
        aria-label={t('facts.status')}
        placeholder={t('list.allStatuses')}
        value={filter.status ?? ''}
        options={STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
        onChange={(event) => onSet({ status: event.target.value })}
      />
      <Select
        aria-label={t('facts.account')}
        placeholder={t('list.allAccounts')}
        value={filter.account ?? ''}
        options={ACCOUNTS.map((value) => ({ value, label: t(`accounts.${value}`) }))}
        onChange={(event) => onSet({ akun: event.target.value })}
      />
    </div>
  );
}

/** The text stands at once in the box and, after a rest, in the address; going back in the browser brings it back. */
function SearchBox({ value, onValue }: { readonly value: string; readonly onValue: (value: string) => void }) {
  const { t } = useTranslation('people');
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const send = useRef(onValue);
  send.current = onValue;
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    if (text.trim() === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text.trim();
      send.current(text.trim());
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return <SearchInput label={t('list.search')} value={text} onValue={setText} maxLength={100} />;
}

/** The unit stands in the address by its id; its name is asked for. */
function UnitFilter({ unitId, onValue }: { readonly unitId: string; readonly onValue: (unitId: string) => void }) {
  const { t } = useTranslation('people');
  const unit = useQuery({ ...routeQuery('organisations', 'get', { params: { organisationId: unitId } }), enabled: unitId !== '' });
  const initial = unit.data && { value: unit.data.id, label: unit.data.name };
  return <UnitPicker key={initial?.value ?? ''} label={t('facts.unit')} placeholder={t('list.allUnits')} value={unitId} initial={initial} onValue={onValue} />;
}
