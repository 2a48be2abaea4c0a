import { TestMailButton } from './test-mail-dialog.js';
import { TestMailForm } from './test-mail-form.js';

/** The test mail as a part of another page. */
export function MailTest() {
  return <TestMailForm id="surat-uji-awal" button={(busy) => <TestMailButton busy={busy} />} />;
}
