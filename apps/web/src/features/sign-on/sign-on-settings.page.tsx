import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { useSettledAgency } from '../../shared/session/use-settled-agency.js';
import { AgencyChooser } from '../../ui/agency-chooser.js';
import { PageHeader } from '../../ui/page-header.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { SecondFactorRule } from './second-factor-rule.js';
import { SignOnForm } from './sign-on-form.js';

/** The agency's identity provider: what Pamong must know of it, and what it must know of Pamong. */
export default function SignOnSettingsPage() {
  const { t } = useTranslation('sign-on');
  const { id: agencyId, agencies, choose } = useSettledAgency('sign-on.manage');
  const settings = useQuery(routeQuery('signOn', 'settings', { query: { agencyId } }));
  return (
    <>
      <PageHeader title={t('title')}>{t('lead')}</PageHeader>
      <AgencyChooser agencies={agencies} value={agencyId} onChoose={choose} />
      <QueryState query={settings} skeleton={<SkeletonRows count={6} />} errorTitle={t('failed')}>
        {(stored) => <SignOnForm key={agencyId} agencyId={agencyId} stored={stored} />}
      </QueryState>
      <div className="mt-10 border-t border-line pt-8">
        <SecondFactorRule agencyId={agencyId} />
      </div>
    </>
  );
}
