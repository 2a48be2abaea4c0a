import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { TextLink } from '../../ui/link-button.js';

/** The way in for people who are no staff, where an agency has opened it. */
export function OutsideDoor() {
  const { t } = useTranslation('accounts');
  const { data } = useQuery(routeQuery('entry', 'options'));
  if (!data || data.registration.length === 0) return null;
  return (
    <p className="mt-3 text-sm text-ink-soft">
      {t('signIn.notStaff')} <TextLink to="/daftar">{t('signIn.register')}</TextLink>
    </p>
  );
}
