import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { PageHeader } from '../../ui/page-header.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { SecondFactorRule } from './second-factor-rule.js';
import { SignOnForm } from './sign-on-form.js';

/** The agency's identity provider: what Pamong must know of it, and what it must know of Pamong. */
export default function SignOnSettingsPage() {
  const { t } = useTranslation('sign-on');
  const settings = useQuery(routeQuery('signOn', 'settings'));
  return (
    <>
      <PageHeader title={t('title')}>{t('lead')}</PageHeader>
      <QueryState query={settings} skeleton={<SkeletonRows count={6} />} errorTitle={t('failed')}>
        {(stored) => <SignOnForm stored={stored} />}
      </QueryState>
      <div className="mt-10 border-t border-line pt-8">
        <SecondFactorRule />
      </div>
    </>
  );
}
