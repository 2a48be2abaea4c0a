import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { useMe } from '../../shared/session/use-session.js';
import { Checkbox } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { PasswordInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';

interface Values {
  readonly current: string;
  readonly next: string;
  readonly endOthers: boolean;
}

/** A new password, proved by the current one. The rules are the server's; nothing typed is lost when it refuses. */
export default function ChangePasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const me = useMe();
  const client = useQueryClient();
  const form = useContractForm<Values>({
    defaultValues: { current: '', next: '', endOthers: true },
    schema: () => import('@pamong/contract/accounts').then((contract) => contract.ChangePassword),
    onSubmit: async (body) => {
      await api.accounts.changePassword({ body });
      toast({ text: t('password.changed'), tone: 'success' });
      void client.invalidateQueries({ queryKey: routeQuery('session', 'list').queryKey });
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={t('password.change')}
      description={t('password.advice')}
      labels={{ current: t('password.current'), next: t('password.next') }}
      cancel={t('password.cancel')}
      submit={t('password.save')}
    >
      {/* For password managers, which keep a password with its name. */}
      <input type="text" hidden readOnly autoComplete="username" value={me.number?.value ?? me.email ?? ''} />
      <Field name="current" label={t('password.current')} error={form.errorOf('current')} required>
        {(control) => <PasswordInput {...control} {...form.register('current')} />}
      </Field>
      <Field name="next" label={t('password.next')} hint={t('password.hint')} error={form.errorOf('next')} required>
        {(control) => <PasswordInput {...control} {...form.register('next')} autoComplete="new-password" />}
      </Field>
      <Checkbox label={t('password.endOthers')} {...form.register('endOthers')} />
    </FormDialog>
  );
}
