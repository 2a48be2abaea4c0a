import { useTranslation } from 'react-i18next';
import { useSettledAgency } from '../../shared/session/use-settled-agency.js';
import { AgencyChooser } from '../../ui/agency-chooser.js';
import { Card } from '../../ui/card.js';
import { PageHeader } from '../../ui/page-header.js';
import { ColourForm } from './colour-form.js';

/** How the agency looks on every screen of its people. */
export default function LookPage() {
  const { t } = useTranslation('setup');
  const { id, name, agencies, choose } = useSettledAgency('agency.manage');
  return (
    <>
      <PageHeader title={t('look.title')}>{t('look.lead')}</PageHeader>
      <AgencyChooser agencies={agencies} value={id} onChoose={choose} />
      <Card className="max-w-2xl">
        <ColourForm key={id} agency={{ id, name }} />
      </Card>
    </>
  );
}
