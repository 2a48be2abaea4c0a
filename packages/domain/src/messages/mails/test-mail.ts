import type { MailText } from '../mail-texts.js';

/** Proves that mail works; `{server}` is the mail server's name. */
export const testMail: MailText = {
  id: { subject: 'Surat uji dari Pamong', body: 'Surat ini membuktikan bahwa Pamong dapat mengirim surel melalui {server}. Anda tidak perlu melakukan apa pun.' },
  en: { subject: 'Test mail from Pamong', body: 'This mail proves that Pamong can send mail through {server}. There is nothing you need to do.' },
};
