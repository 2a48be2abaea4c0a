import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { useSession } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { TextLink } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { TextInput } from '../../ui/text-input.js';
import { NarrowPage } from './narrow-page.js';

/** Asks for a link that sets a new password. What is said afterwards does not tell whether there is such an account. */
export default function ForgotPage() {
  const { t } = useTranslation('entry');
  const { demo } = useSession();
  const [sent, setSent] = useState(false);
  const options = useQuery(routeQuery('entry', 'options'));
  const form = useContractForm<{ login: string }>({
    defaultValues: { login: '' },
    schema: () => import('@pamong/contract/entry').then((contract) => contract.AskReset),
    onSubmit: async (body) => {
      await api.entry.askReset({ body });
      setSent(true);
    },
  });
  return (
    <NarrowPage title={t('forgot.title')} lead={sent ? undefined : t('forgot.lead')}>
      <QueryState query={options} skeleton={<SkeletonRows count={2} />}>
        {({ mail }) =>
          !mail ? (
            <Notice title={t('forgot.noMailTitle')}>{t('forgot.noMailText')}</Notice>
          ) : sent ? (
            <Notice tone="success" live title={t('forgot.sentTitle')}>
              {t('forgot.sentText')}
              {demo && <span className="mt-2 block">{t('forgot.demo')}</span>}
            </Notice>
          ) : (
            <form noValidate onSubmit={(event) => void form.submit(event)}>
              <FormErrors faults={form.faults} labels={{ login: t('login') }} problem={form.problem} submitCount={form.formState.submitCount} />
              <div className="grid gap-5">
                <Field name="login" label={t('login')} hint={t('loginHint')} error={form.errorOf('login')} required>
                  {(control) => <TextInput {...control} {...form.register('login')} autoComplete="username" autoCapitalize="none" spellCheck={false} inputMode="email" />}
                </Field>
                <Button type="submit" size="large" wide busy={form.formState.isSubmitting}>
                  {t('forgot.submit')}
                </Button>
              </div>
            </form>
          )
        }
      </QueryState>
      {options.data?.phone && (
        <p className="text-sm text-ink-soft">
          {t('forgot.byPhone')} <TextLink to="/daftar">{t('forgot.provePhone')}</TextLink>
        </p>
      )}
      <p className="text-sm text-ink-soft">
        {t('forgot.noAddress')} <TextLink to="/kode">{t('forgot.useCode')}</TextLink>
      </p>
      <p className="text-sm">
        <TextLink to="/masuk">{t('toSignIn')}</TextLink>
      </p>
    </NarrowPage>
  );
}
