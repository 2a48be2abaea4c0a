import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Field } from '../../../ui/field.js';
import { TextInput } from '../../../ui/text-input.js';

/** Asks for the address of a link. */
export function LinkDialog({ open, onClose, onLink }: { readonly open: boolean; readonly onClose: () => void; readonly onLink: (href: string) => void }) {
  const { t } = useTranslation('courses');
  const id = useId();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = () => {
    const href = /^(https?:|mailto:|tel:|\/)/i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
    if (typed.trim() === '' || !URL.canParse(href, window.location.origin)) return setWrong(true);
    setTyped('');
    setWrong(false);
    onLink(href);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('text.link.title')}
      actions={
        <>
          <Button tone="secondary" onClick={onClose}>
            {t('create.cancel')}
          </Button>
          <Button type="submit" form={id}>
            {t('text.link.submit')}
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
