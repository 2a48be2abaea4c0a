import { staffNumberWarnings } from '@pamong/contract/staff-number';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../shared/session/use-session.js';
import type { PersonFieldProps } from './person-fields.js';

/** Fields that the number speaks of; below the number itself stands everything that it contradicts. */
const SPOKEN_OF: Readonly<Record<string, readonly string[]>> = {
  birthDate: ['BIRTH_DATE_DIFFERS'],
  sex: ['SEX_DIFFERS'],
  staffNumber: ['BIRTH_DATE_DIFFERS', 'SEX_DIFFERS', 'APPOINTED_IN_FUTURE', 'NUMBER_OF_OTHER_KIND'],
};

/** What the number contradicts, while it is typed: above the control, as errors are. It stops nothing: official papers do differ. */
export function NumberWarnings({ name, form, person }: PersonFieldProps) {
  const { t } = useTranslation('people');
  const { timeZone } = useMe();
  const spoken = SPOKEN_OF[name];
  if (!spoken) return null;
  const [staffNumber, birthDate, sex, employmentKind] = form.watch(['staffNumber', 'birthDate', 'sex', 'employmentKind']);
  const today = person?.today ?? new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
  const found = staffNumberWarnings({ staffNumber: staffNumber || null, birthDate: birthDate || null, sex: sex || null, employmentKind }, today).filter((code) => spoken.includes(code));
  return (
    <div role="status">
      {found.map((code) => (
        <p key={code} className="mb-1.5 flex gap-1.5 text-sm text-warning-ink">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {t(`warnings.${code}`)}
        </p>
      ))}
    </div>
  );
}
