import type { MailText } from '../messages/mail-texts.js';

/** What a holder is told by mail; `{course}`, `{number}` and `{reason}` are the message's params. */
export const certificateMails: Readonly<Record<'issued' | 'revoked', MailText>> = {
  issued: {
    id: {
      subject: 'Sertifikat {course} sudah terbit',
      body: 'Sertifikat Anda untuk pelatihan {course} sudah terbit dengan nomor {number}. Sertifikat dapat diunduh dan diperiksa keasliannya di Pamong.',
      action: 'Buka sertifikat',
    },
    en: {
      subject: 'Your certificate for {course} is here',
      body: 'Your certificate for the course {course} has been issued with the number {number}. You can download it and have it verified in Pamong.',
      action: 'Open the certificate',
    },
  },
  revoked: {
    id: {
      subject: 'Sertifikat {course} dicabut',
      body: 'Sertifikat Anda untuk pelatihan {course} dengan nomor {number} dicabut. Alasan: {reason}',
      action: 'Lihat rinciannya',
    },
    en: {
      subject: 'Your certificate for {course} was revoked',
      body: 'Your certificate for the course {course} with the number {number} was revoked. Reason: {reason}',
      action: 'See the details',
    },
  },
};
