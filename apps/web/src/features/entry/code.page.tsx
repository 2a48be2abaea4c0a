import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { TextLink } from '../../ui/link-button.js';
import { TextInput } from '../../ui/text-input.js';
import { NarrowPage } from './narrow-page.js';

/** Number and printed code; the password is chosen on the next page. */
export default function CodePage() {
  const { t } = useTranslation('entry');
  const navigate = useNavigate();
  const form = useContractForm<{ login: string; code: string }>({
    defaultValues: { login: '', code: '' },
    schema: () => import('@pamong/contract/entry').then((contract) => contract.UseCode),
    onSubmit: async (body) => {
      const { token } = await api.entry.useCode({ body });
      await navigate(`/atur-sandi#${token}`, { replace: true });
    },
  });
  return (
    <NarrowPage title={t('code.title')} lead={t('code.lead')}>
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <FormErrors faults={form.faults} labels={{ login: t('login'), code: t('code.code') }} problem={form.problem} submitCount={form.formState.submitCount} />
        <div className="grid gap-5">
          <Field name="login" label={t('login')} hint={t('loginHint')} error={form.errorOf('login')} required>
            {(control) => <TextInput {...control} {...form.register('login')} autoComplete="username" autoCapitalize="none" spellCheck={false} inputMode="email" />}
          </Field>
          <Field name="code" label={t('code.code')} hint={t('code.hint')} error={form.errorOf('code')} required>
            {(control) => <TextInput {...control} {...form.register('code')} autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} className="tracking-widest" />}
          </Field>
          <Button type="submit" size="large" wide busy={form.formState.isSubmitting}>
            {t('code.submit')}
          </Button>
        </div>
      </form>
      <p className="text-sm">
        <TextLink to="/masuk">{t('toSignIn')}</TextLink>
      </p>
    </NarrowPage>
  );
}
