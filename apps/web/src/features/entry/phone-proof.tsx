import { maskMobileNumber, mobileNumber } from '@pamong/contract/phone-number';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { DigitsInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';
import type { Sent } from './register-form.js';

type SentCode = Extract<Sent, { readonly by: 'phone' }>;

export interface PhoneProofProps {
  readonly sent: SentCode;
  /** Another code was sent; the one before counts no more here. */
  readonly onAgain: (sent: SentCode) => void;
  /** Back to the form, for another number. */
  readonly onBack: () => void;
}

/** Takes the code that came to the number; the password is chosen on the next page. */
export function PhoneProof({ sent, onAgain, onBack }: PhoneProofProps) {
  const { t } = useTranslation('entry');
  const navigate = useNavigate();
  const sentence = useProblemSentence();
  const { body, registrationId } = sent;
  const form = useContractForm<{ code: string }>({
    defaultValues: { code: '' },
    schema: () => import('@pamong/contract/entry').then((contract) => contract.PhoneProof),
    onSubmit: async ({ code }) => {
      const { token } = await api.entry.provePhone({ params: { registrationId }, body: { code } });
      await navigate(`/atur-sandi#${token}`, { replace: true });
    },
  });
  const again = useMutation({
    mutationFn: () => api.entry.registerByPhone({ body }),
    onSuccess: (made) => {
      form.reset();
      onAgain({ by: 'phone', body, registrationId: made.registrationId });
      toast({ text: t('phone.sentAgain'), tone: 'success' });
    },
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
  });
  return (
    <>
      <p role="status">{t('phone.sent', { number: maskMobileNumber(mobileNumber(body.phone) ?? body.phone) })}</p>
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <FormErrors faults={form.faults} labels={{ code: t('phone.code') }} problem={form.problem} submitCount={form.formState.submitCount} />
        <div className="grid gap-5">
          <Field name="code" label={t('phone.code')} hint={t('phone.hint')} error={form.errorOf('code') && t('phone.codeFault')} required>
            {(control) => <DigitsInput {...control} {...form.register('code')} autoComplete="one-time-code" maxLength={9} className="max-w-48 tracking-widest" />}
          </Field>
          <Button type="submit" size="large" wide busy={form.formState.isSubmitting}>
            {t('phone.submit')}
          </Button>
        </div>
      </form>
      <div className="flex flex-wrap gap-2">
        <Button tone="secondary" size="small" busy={again.isPending} onClick={() => again.mutate()}>
          {t('phone.again')}
        </Button>
        <Button tone="quiet" size="small" onClick={onBack}>
          {t('phone.back')}
        </Button>
      </div>
    </>
  );
}
