import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { PasswordInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';
import { type FactorDraft, FactorSetup } from './factor-setup.js';
import { RecoveryCodes } from './recovery-codes.js';

export type FactorTask = 'turnOn' | 'turnOff' | 'newCodes';

export interface SecondFactorDialogProps {
  readonly task: FactorTask;
  readonly onClose: () => void;
}

/** Turning the second factor on or off, or renewing its recovery codes; each begins with the password. */
export default function SecondFactorDialog({ task, onClose }: SecondFactorDialogProps) {
  const { t } = useTranslation('accounts');
  const client = useQueryClient();
  const [draft, setDraft] = useState<FactorDraft | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const changed = () => client.invalidateQueries({ queryKey: routeQuery('accounts', 'security').queryKey });
  const prove = async (given: string) => {
    const body = { password: given };
    if (task === 'turnOn') {
      setDraft(await api.accounts.beginSecondFactor({ body }));
    } else if (task === 'newCodes') {
      setCodes((await api.accounts.renewRecoveryCodes({ body })).recoveryCodes);
      void changed();
    } else {
      await api.accounts.endSecondFactor({ body });
      toast({ text: t('factor.turnedOff'), tone: 'success' });
      void changed();
      onClose();
    }
  };
  return (
    <Dialog open insistent onClose={onClose} title={t(`factor.titles.${task}`)} description={codes || draft ? undefined : t(`factor.explained.${task}`)}>
      <div className="pb-6">
        {codes ? (
          <RecoveryCodes codes={codes} onDone={onClose} />
        ) : draft === null ? (
          <PasswordForm submit={t(task === 'turnOff' ? 'factor.tasks.turnOff' : 'factor.next')} danger={task === 'turnOff'} onPassword={prove} />
        ) : (
          <FactorSetup
            draft={draft}
            confirm={async (code) => {
              setCodes((await api.accounts.confirmSecondFactor({ body: { code } })).recoveryCodes);
              void changed();
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

interface PasswordFormProps {
  readonly submit: string;
  readonly danger: boolean;
  readonly onPassword: (password: string) => Promise<unknown>;
}

function PasswordForm({ submit, danger, onPassword }: PasswordFormProps) {
  const { t } = useTranslation('accounts');
  const form = useContractForm<{ password: string }>({
    defaultValues: { password: '' },
    schema: () => import('@pamong/contract/accounts').then((contract) => contract.ProvePassword),
    onSubmit: ({ password }) => onPassword(password),
  });
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)} className="grid gap-5">
      <FormErrors faults={form.faults} labels={{ password: t('password.current') }} problem={form.problem} submitCount={form.formState.submitCount} />
      <Field name="password" label={t('password.current')} error={form.errorOf('password')} required>
        {(control) => <PasswordInput {...control} {...form.register('password')} data-first-focus />}
      </Field>
      <Button type="submit" tone={danger ? 'danger' : 'primary'} wide busy={form.formState.isSubmitting}>
        {submit}
      </Button>
    </form>
  );
}
