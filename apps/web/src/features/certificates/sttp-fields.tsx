import type { CertificateDecisions } from '@pamong/contract/certificate-settings';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { Checkbox, ChoiceGroup } from '../../ui/choices.js';

/** Whether courses that must be passed end with an STTP, and what it asks people for. */
export function SttpFields({ form }: { readonly form: Pick<UseFormReturn<z.output<typeof CertificateDecisions>>, 'register' | 'watch'> }) {
  const { t } = useTranslation('certificates');
  const issued = form.watch('sttp.issued');
  return (
    <ChoiceGroup legend={t('settings.sttp.title')} hint={t('settings.sttp.text')}>
      <Checkbox label={t('settings.sttp.issued')} hint={t('settings.sttp.issuedHint')} {...form.register('sttp.issued')} />
      {issued && (
        <div className="grid gap-2 ps-8">
          <Checkbox label={t('settings.sttp.birth')} hint={t('settings.sttp.birthHint')} {...form.register('sttp.birth')} />
          <Checkbox label={t('settings.sttp.photo')} hint={t('settings.sttp.photoHint')} {...form.register('sttp.photo')} />
        </div>
      )}
    </ChoiceGroup>
  );
}
