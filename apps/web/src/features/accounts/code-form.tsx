import { useTranslation } from 'react-i18next';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { DigitsInput, TextInput } from '../../ui/text-input.js';

export interface CodeFormProps {
  /** Ask for a recovery code instead of the six digits. */
  readonly recovery?: boolean;
  readonly submit: string;
  readonly onCode: (code: string) => Promise<unknown>;
}

/** Six digits of the application, or a recovery code. A phone's own keyboard offers the code where it knows one. */
export function CodeForm({ recovery = false, submit, onCode }: CodeFormProps) {
  const { t } = useTranslation('accounts');
  const form = useContractForm<{ code: string }>({
    defaultValues: { code: '' },
    schema: () => import('@pamong/contract/accounts').then((contract) => contract.FactorCode),
    onSubmit: ({ code }) => onCode(code),
  });
  const label = t(recovery ? 'factor.recoveryCode' : 'factor.code');
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)}>
      <FormErrors faults={form.faults} labels={{ code: label }} problem={form.problem} submitCount={form.formState.submitCount} />
      <div className="grid gap-5">
        <Field name="code" label={label} hint={t(recovery ? 'factor.recoveryHint' : 'factor.codeHint')} error={form.errorOf('code')} required>
          {(control) =>
            recovery ? (
              <TextInput {...control} {...form.register('code')} autoComplete="off" autoCapitalize="characters" spellCheck={false} className="max-w-56" data-first-focus />
            ) : (
              <DigitsInput {...control} {...form.register('code')} autoComplete="one-time-code" className="max-w-40 text-xl! tracking-widest" maxLength={7} data-first-focus />
            )
          }
        </Field>
        <Button type="submit" size="large" wide busy={form.formState.isSubmitting}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
