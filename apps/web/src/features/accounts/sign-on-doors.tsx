import { useQuery } from '@tanstack/react-query';
import { Building2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { readStored, writeStored } from '../../shared/stored.js';
import { buttonStyle } from '../../ui/button-style.js';
import { Field } from '../../ui/field.js';
import { Select } from '../../ui/select.js';

const remembered = 'pamong.agency';

export interface SignOnDoorsProps {
  /** Where to lead afterwards; null: the person's home. */
  readonly back: string | null;
  /** The page stays open and signs in beside itself. */
  readonly aside?: boolean;
}

/** The buttons of agencies with a sign-on of their own: one as it is, of several the one that was chosen, here or last time. */
export function SignOnDoors({ back, aside = false }: SignOnDoorsProps) {
  const { t } = useTranslation('accounts');
  const { data } = useQuery(routeQuery('signOn', 'doors'));
  const [chosen, setChosen] = useState(() => readStored(remembered) ?? '');
  const doors = data?.items ?? [];
  const door = doors.length === 1 ? doors[0] : doors.find((one) => one.agencyId === chosen);
  if (doors.length === 0) return null;
  return (
    <div className="mb-6 grid gap-4 border-b border-line pb-6">
      {doors.length > 1 && (
        <Field label={t('signOn.choose')}>
          {(control) => (
            <Select
              {...control}
              placeholder={t('signOn.placeholder')}
              value={door?.agencyId ?? ''}
              options={doors.map((one) => ({ value: one.agencyId, label: one.agency }))}
              onChange={(event) => {
                setChosen(event.target.value);
                writeStored(remembered, event.target.value);
              }}
            />
          )}
        </Field>
      )}
      {door && (
        <a
          href={`/api/sign-on/start/${door.agencyId}${back === null ? '' : `?lanjut=${encodeURIComponent(back)}`}`}
          {...(aside ? { target: '_blank', rel: 'opener' } : {})}
          className={buttonStyle('secondary', 'large', true)}
        >
          <Building2 aria-hidden="true" className="size-5 shrink-0" />
          {door.label ?? (doors.length === 1 ? t('signOn.through', { agency: door.shortName }) : t('signOn.go'))}
        </a>
      )}
      {aside && <p className="text-sm text-ink-soft">{t('signOn.aside')}</p>}
    </div>
  );
}
