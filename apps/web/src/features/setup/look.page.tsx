import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.js';
import { PageHeader } from '../../ui/page-header.js';
import { ColourForm } from './colour-form.js';

/** How the agency looks on every screen of its people. */
export default function LookPage() {
  const { t } = useTranslation('setup');
  return (
    <>
      <PageHeader title={t('look.title')}>{t('look.lead')}</PageHeader>
      <Card className="max-w-2xl">
        <ColourForm />
      </Card>
    </>
  );
}
