import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TestMailForm } from './test-mail-form.js';

/** The test mail beside the outgoing ones. */
export function TestMailDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('messages');
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('test.title')}
      description={t('test.lead')}
      actions={
        <Button tone="secondary" onClick={onClose}>
          {t('test.close')}
        </Button>
      }
    >
      <TestMailForm id="surat-uji" button={(busy) => <TestMailButton busy={busy} />} />
    </Dialog>
  );
}

/** Sends the form in which it stands. */
export function TestMailButton({ busy }: { readonly busy: boolean }) {
  const { t } = useTranslation('messages');
  return (
    <div>
      <Button type="submit" busy={busy}>
        {t('test.submit')}
      </Button>
    </div>
  );
}
