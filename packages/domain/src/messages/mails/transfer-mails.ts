import type { MailText } from '../mail-texts.js';

/** Transfers between agencies; `{name}` goes from `{from}` to `{to}`, `{reason}` says why it was declined, `{unit}` is the new one. */
export const transferMails: Readonly<Record<'proposed' | 'requested' | 'accepted' | 'declined' | 'applied', MailText>> = {
  proposed: {
    id: {
      subject: '{from} mengusulkan perpindahan {name}',
      body: '{from} mengusulkan perpindahan {name} ke {to}. Instansi Anda yang memutuskan dan memilih unitnya. Sampai itu terjadi, tidak ada yang berubah.',
      action: 'Lihat usulan',
    },
    en: {
      subject: '{from} proposes the transfer of {name}',
      body: '{from} proposes that {name} moves to {to}. Your agency decides and chooses the unit. Until then nothing changes.',
      action: 'See the proposal',
    },
  },
  requested: {
    id: {
      subject: '{to} meminta perpindahan {name}',
      body: '{to} meminta {name} pindah dari {from}. Instansi Anda yang memutuskan. Sampai itu terjadi, tidak ada yang berubah.',
      action: 'Lihat permintaan',
    },
    en: {
      subject: '{to} asks for the transfer of {name}',
      body: '{to} asks that {name} moves there from {from}. Your agency decides. Until then nothing changes.',
      action: 'See the request',
    },
  },
  accepted: {
    id: {
      subject: 'Perpindahan {name} diterima',
      body: 'Perpindahan {name} dari {from} ke {to} diterima. Data dan riwayatnya ikut pindah pada tanggal berlakunya; sertifikat yang sudah terbit tetap milik instansi yang menerbitkannya.',
      action: 'Lihat perpindahan',
    },
    en: {
      subject: 'The transfer of {name} was accepted',
      body: 'The transfer of {name} from {from} to {to} was accepted. Data and history follow on the agreed day; certificates already issued stay with the agency that issued them.',
      action: 'See the transfer',
    },
  },
  declined: {
    id: {
      subject: 'Perpindahan {name} ditolak',
      body: 'Perpindahan {name} dari {from} ke {to} ditolak. Alasan: {reason}',
      action: 'Lihat perpindahan',
    },
    en: {
      subject: 'The transfer of {name} was declined',
      body: 'The transfer of {name} from {from} to {to} was declined. Reason: {reason}',
      action: 'See the transfer',
    },
  },
  applied: {
    id: {
      subject: 'Anda sekarang tercatat di {to}',
      body: 'Anda sekarang tercatat sebagai pegawai {to}, di unit {unit}. Akun, riwayat belajar, dan JP Anda ikut pindah. Peran Anda di {from} berakhir, dan sertifikat lama tetap milik instansi yang menerbitkannya.\n\nBila ada yang keliru, hubungi admin {to}.',
      action: 'Buka profil',
    },
    en: {
      subject: 'You are now registered at {to}',
      body: 'You are now registered as staff of {to}, in the unit {unit}. Your account, your learning history and your JP have moved with you. Your roles at {from} have ended, and earlier certificates stay with the agency that issued them.\n\nIf something is wrong, contact the admin of {to}.',
      action: 'Open my profile',
    },
  },
};
