import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Field } from '../../../ui/field.js';
import { TextInput } from '../../../ui/text-input.js';

interface LinkDialogProps {
  readonly open: boolean;
  /** Address of the link at the cursor; empty for a new one. */
  readonly given: string;
  readonly onClose: () => void;
  /** An empty address takes the link away. */
  readonly onLink: (href: string) => void;
}

/** Asks for the address of a link. */
export function LinkDialog({ open, given, onClose, onLink }: LinkDialogProps) {
  const { t } = useTranslation('courses');
  const id = useId();
  const [typed, setTyped] = useState(given);
  const [wrong, setWrong] = useState(false);
  const submit = () => {
    const href = /^(https?:|mailto:|tel:|\/)/i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
    if (typed.trim() === '' || !URL.canParse(href, window.location.origin)) return setWrong(true);
    onLink(href);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t(given === '' ? 'text.link.title' : 'text.link.edit')}
      actions={
        <>
          {given === '' ? (
            <Button tone="secondary" onClick={onClose}>
              {t('create.cancel')}
            </Button>
          ) : (
            <Button tone="quiet" onClick={() => onLink('')}>
              {t('text.link.remove')}
            </Button>
          )}
          <Button type="submit" form={id}>
            {t(given === '' ? 'text.link.submit' : 'text.image.save')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          submit();
        }}
      >
        <Field label={t('text.link.address')} error={wrong ? t('text.link.wrong') : undefined} required>
          {(control) => <TextInput {...control} value={typed} data-first-focus inputMode="url" placeholder="https://" onChange={(event) => setTyped(event.target.value)} />}
        </Field>
      </form>
    </Dialog>
  );
}
