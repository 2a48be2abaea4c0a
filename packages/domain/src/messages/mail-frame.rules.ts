import type { MailLanguage, MailWords } from './mail-texts.js';

/** What stands around the words of a mail. */
export interface MailOccasion {
  readonly language: MailLanguage;
  readonly words: MailWords;
  /** Without degrees. */
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  /** Whole address; null for a mail that leads nowhere. */
  readonly link: string | null;
  readonly agency: string;
}

const own = {
  id: {
    salutation: { male: 'Yth. Bapak {name},', female: 'Yth. Ibu {name},', unknown: 'Yth. Bapak/Ibu {name},' },
    action: 'Buka di Pamong',
    copy: 'Jika tombol tidak dapat ditekan, salin alamat ini ke peramban:',
    footer: 'Surel ini dikirim otomatis oleh Pamong untuk {agency}. Balasan ke alamat ini tidak dibaca.',
  },
  en: {
    salutation: { male: 'Dear Mr {name},', female: 'Dear Ms {name},', unknown: 'Dear {name},' },
    action: 'Open in Pamong',
    copy: 'If the button does not work, copy this address into your browser:',
    footer: 'Pamong sent this automatically for {agency}. Nobody reads replies to this address.',
  },
} as const;

/** How a person is addressed: "Yth. Ibu Nurhayati,". */
export function salutation(language: MailLanguage, name: string, sex: 'male' | 'female' | null): string {
  return own[language].salutation[sex ?? 'unknown'].replace('{name}', name);
}

/** The mail as plain text. */
export function plainMail(mail: MailOccasion): string {
  const { footer } = own[mail.language];
  const parts = [salutation(mail.language, mail.name, mail.sex), mail.words.body, ...(mail.link === null ? [] : [mail.link]), `-- \n${footer.replace('{agency}', mail.agency)}`];
  return `${parts.join('\n\n')}\n`;
}

const font = "font-family:'Plus Jakarta Sans',Segoe UI,Roboto,Helvetica,Arial,sans-serif";

/**
 * The mail as one simple page: no picture, no address of another site, every style in its place, since mail programs drop the rest.
 * Every text pair has a contrast of at least 4.5:1.
 */
export function htmlMail(mail: MailOccasion): string {
  const { action, copy, footer } = own[mail.language];
  const { words, link, language } = mail;
  const paragraph = (text: string) => `<p style="margin:0 0 16px;font-size:16px;line-height:1.55;color:#1f2a2c">${escaped(text).replaceAll('\n', '<br>')}</p>`;
  const button =
    link === null
      ? ''
      : `<p style="margin:24px 0"><a href="${escaped(link)}" target="_blank" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0f5a66;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none">${escaped(words.action ?? action)}</a></p>
<p style="margin:0 0 16px;font-size:13px;line-height:1.5;color:#566266">${copy}<br><a href="${escaped(link)}" target="_blank" style="color:#0f5a66;word-break:break-all">${escaped(link)}</a></p>`;
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><title>${escaped(words.subject)}</title></head>
<body style="margin:0;padding:0;background:#f4f1ea;${font}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f1ea"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #ddd6c8;border-radius:10px"><tr><td style="padding:28px 24px;${font}">
<p style="margin:0 0 20px;font-size:14px;font-weight:600;color:#0f5a66">${escaped(mail.agency)}</p>
<h1 style="margin:0 0 20px;font-size:22px;line-height:1.3;color:#1f2a2c">${escaped(words.subject)}</h1>
${[salutation(language, mail.name, mail.sex), ...words.body.split('\n\n')].map(paragraph).join('\n')}
${button}
<hr style="margin:24px 0 16px;border:0;border-top:1px solid #ddd6c8">
<p style="margin:0;font-size:13px;line-height:1.5;color:#566266">${escaped(footer.replace('{agency}', mail.agency))}</p>
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
