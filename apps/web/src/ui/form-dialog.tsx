import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { Dialog, type DialogProps } from './dialog.js';
import { FormErrors, type FormErrorsProps } from './form-errors.js';

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'description' | 'place' | 'wide' | 'onClose'> {
  /** What `useContractForm` gives. */
  readonly form: {
    readonly submit: (event: { readonly preventDefault: () => void }) => Promise<void>;
    readonly faults: FormErrorsProps['faults'];
    readonly problem: string | null;
    readonly formState: { readonly isSubmitting: boolean; readonly isDirty: boolean; readonly submitCount: number };
  };
  /** Names of the fields, for the list of what is wrong. */
  readonly labels?: FormErrorsProps['labels'];
  /** On the button that sends. */
  readonly submit: ReactNode;
  readonly cancel: ReactNode;
  /** The deed cannot be taken back. */
  readonly danger?: boolean;
  readonly children: ReactNode;
}

/**
 * A form in a dialog: its fields, what is wrong above them, and the two buttons. It begins at its first field, is busy while it sends,
 * stays with everything typed when the answer is no or the session has ended, and asks before it throws away what was typed.
 */
export function FormDialog({ form, labels, submit, cancel, danger = false, onClose, children, ...dialog }: FormDialogProps) {
  const { t } = useTranslation('core');
  const id = useId();
  const [asking, setAsking] = useState(false);
  const { isSubmitting, isDirty, submitCount } = form.formState;
  const close = () => {
    if (isSubmitting) return;
    if (isDirty) setAsking(true);
    else onClose();
  };
  return (
    <>
      <Dialog
        {...dialog}
        open
        insistent
        onClose={close}
        actions={
          <>
            <Button tone="secondary" onClick={close}>
              {cancel}
            </Button>
            <Button type="submit" form={id} tone={danger ? 'danger' : 'primary'} busy={isSubmitting}>
              {submit}
            </Button>
          </>
        }
      >
        <form id={id} noValidate className="grid gap-5 pb-2" onSubmit={(event) => void form.submit(event)}>
          <FormErrors faults={form.faults} problem={form.problem} submitCount={submitCount} {...(labels && { labels })} />
          {children}
        </form>
      </Dialog>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('discard.title')}
        description={t('discard.text')}
        actions={
          <>
            <Button tone="secondary" onClick={onClose}>
              {t('discard.leave')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('discard.stay')}</Button>
          </>
        }
      />
    </>
  );
}
