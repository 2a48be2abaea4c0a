import type { MailText } from '../messages/mail-texts.js';

/** What a holder is told by mail; `{course}`, `{number}` and `{reason}` are the message's params. */
export const certificateMails: Readonly<Record<'issued' | 'revoked', MailText>> = {
  issued: {
    subject: 'Sertifikat {course} sudah terbit',
    body: 'Sertifikat Anda untuk pelatihan {course} sudah terbit dengan nomor {number}. Sertifikat dapat diunduh dan diperiksa keasliannya lewat tautan berikut.',
  },
  revoked: {
    subject: 'Sertifikat {course} dicabut',
    body: 'Sertifikat Anda untuk pelatihan {course} dengan nomor {number} dicabut. Alasan: {reason}. Rinciannya ada di tautan berikut.',
  },
};
