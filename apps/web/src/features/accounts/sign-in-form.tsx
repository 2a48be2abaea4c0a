import { useTranslation } from 'react-i18next';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { PasswordInput, TextInput } from '../../ui/text-input.js';
import { type Credentials, type SignInStep, useSignIn } from './use-sign-in.js';

export interface SignInFormProps {
  /** Known already when a session ended on an open page. */
  readonly login?: string;
  /** The password was right and something else must come before the session. */
  readonly onStep: (step: SignInStep) => void;
}

/** Number or e-mail, and password. Nothing typed is lost when it fails; when it succeeds the page's session changes. */
export function SignInForm({ login = '', onStep }: SignInFormProps) {
  const { t } = useTranslation('accounts');
  const signIn = useSignIn();
  const form = useContractForm<Credentials>({
    defaultValues: { login, password: '' },
    schema: () => import('@pamong/contract/session').then((contract) => contract.SignIn),
    onSubmit: async (credentials) => {
      const step = await signIn(credentials);
      if (step) onStep(step);
    },
  });
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)}>
      <FormErrors faults={form.faults} labels={{ login: t('signIn.login'), password: t('signIn.password') }} problem={form.problem} submitCount={form.formState.submitCount} />
      <div className="grid gap-5">
        <Field name="login" label={t('signIn.login')} hint={t('signIn.loginHint')} error={form.errorOf('login')} required>
          {(control) => <TextInput {...control} {...form.register('login')} autoComplete="username" autoCapitalize="none" spellCheck={false} inputMode="email" />}
        </Field>
        <Field name="password" label={t('signIn.password')} error={form.errorOf('password')} required>
          {(control) => <PasswordInput {...control} {...form.register('password')} />}
        </Field>
        <Button type="submit" size="large" wide busy={form.formState.isSubmitting}>
          {t('signIn.submit')}
        </Button>
      </div>
    </form>
  );
}
