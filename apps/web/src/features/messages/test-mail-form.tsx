import type { ResponseOf } from '@pamong/contract/kernel/route';
import type { mails } from '@pamong/contract/mails';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { useMe } from '../../shared/session/use-session.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { Notice } from '../../ui/notice.js';
import { TextInput } from '../../ui/text-input.js';

type Outcome = ResponseOf<typeof mails.test>;

export interface TestMailFormProps {
  readonly id: string;
  /** The button, inside the form or beside it (`form` names the id). */
  readonly button?: (busy: boolean) => ReactNode;
}

/** Sends a mail to an address and shows what the server said: the proof that mail works, or the reason why not. */
export function TestMailForm({ id, button }: TestMailFormProps) {
  const { t } = useTranslation('messages');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const form = useContractForm<{ address: string }>({
    defaultValues: { address: useMe().email ?? '' },
    schema: () => import('@pamong/contract/mails').then((contract) => contract.TestMail),
    onSubmit: async (body) => setOutcome(await api.mails.test({ body })),
  });
  return (
    <>
      <form id={id} noValidate onSubmit={(event) => void form.submit(event)} className="grid gap-4">
        <FormErrors faults={form.faults} problem={form.problem} submitCount={form.formState.submitCount} />
        <Field name="address" label={t('test.address')} error={form.errorOf('address')} required>
          {(control) => <TextInput {...control} {...form.register('address')} type="email" autoComplete="email" />}
        </Field>
        {button?.(form.formState.isSubmitting)}
      </form>
      {outcome && (
        <div className="mt-4">
          <Notice live tone={outcome.sent ? 'success' : 'danger'} title={outcome.sent ? t('test.sent') : t(`mails.faults.${outcome.fault ?? 'unknown'}.what`)}>
            {outcome.sent ? t('test.sentText') : t(`mails.faults.${outcome.fault ?? 'unknown'}.remedy`)}
            {outcome.answer && <p className="mt-2 font-mono text-xs break-words">{t('mails.answered', { answer: outcome.answer })}</p>}
          </Notice>
        </div>
      )}
    </>
  );
}
