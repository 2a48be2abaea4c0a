import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { TextInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';

/** The address that letters go to, and the way to another one, where letters can be sent at all. */
export function EmailLine({ email }: { readonly email: string | null }) {
  const { t } = useTranslation('accounts');
  const { data } = useQuery(routeQuery('entry', 'options'));
  const [changing, setChanging] = useState(false);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="break-all">{email ?? t('profile.noEmail')}</span>
      {data?.mail && (
        <Button tone="quiet" size="small" onClick={() => setChanging(true)}>
          {t('profile.changeEmail')}
        </Button>
      )}
      {changing && <ChangeEmailDialog onClose={() => setChanging(false)} />}
    </span>
  );
}

function ChangeEmailDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const form = useContractForm<{ email: string }>({
    defaultValues: { email: '' },
    schema: () => import('@pamong/contract/entry').then((contract) => contract.ChangeEmail),
    onSubmit: async (body) => {
      await api.entry.changeEmail({ body });
      toast({ text: t('profile.emailSent', { email: body.email }), tone: 'success' });
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={t('profile.changeEmail')}
      description={t('profile.emailLead')}
      labels={{ email: t('profile.newEmail') }}
      cancel={t('password.cancel')}
      submit={t('profile.emailSubmit')}
    >
      <Field name="email" label={t('profile.newEmail')} error={form.errorOf('email')} required>
        {(control) => <TextInput {...control} {...form.register('email')} type="email" autoComplete="email" autoCapitalize="none" spellCheck={false} />}
      </Field>
    </FormDialog>
  );
}
