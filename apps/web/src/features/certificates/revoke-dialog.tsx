import type { IssuedCertificate } from '@pamong/contract/certificates';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { Field } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Textarea } from '../../ui/textarea.js';
import { toast } from '../../ui/toast-store.js';

export interface RevokeDialogProps {
  readonly certificate: z.output<typeof IssuedCertificate>;
  readonly onClose: () => void;
}

/** Revoking cannot be undone and is public, so it asks for the reason that the public page will show. */
export function RevokeDialog({ certificate, onClose }: RevokeDialogProps) {
  const { t } = useTranslation('certificates');
  const client = useQueryClient();
  const { id, number, name } = certificate;
  const form = useContractForm<{ reason: string }>({
    defaultValues: { reason: '' },
    schema: () => import('@pamong/contract/certificates').then((contract) => contract.certificates.revoke.body),
    onSubmit: async (body) => {
      await api.certificates.revoke({ params: { certificateId: id }, body });
      await client.invalidateQueries({ queryKey: ['certificates'] });
      toast({ text: t('revoke.done', { number }), tone: 'success' });
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={t('revoke.title')}
      description={t('revoke.description', { number, name })}
      danger
      cancel={t('revoke.cancel')}
      submit={t('revoke.submit')}
    >
      <Field name="reason" label={t('revoke.reason')} hint={t('revoke.reasonHint')} error={form.errorOf('reason')} required>
        {(control) => <Textarea {...control} {...form.register('reason')} maxLength={500} />}
      </Field>
    </FormDialog>
  );
}
