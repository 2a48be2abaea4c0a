import type { MailText } from '../mail-texts.js';

/** What people are told of their own account; `{device}` and `{address}` say where it was opened. */
export const accountMails: Readonly<Record<'newDevice', MailText>> = {
  newDevice: {
    id: {
      subject: 'Akun Anda dibuka di perangkat baru',
      body: 'Akun Pamong Anda dibuka dengan {device} dari alamat {address}.\n\nBila itu Anda, tidak ada yang perlu dilakukan. Bila bukan, buka profil Anda, keluarkan perangkat itu, lalu ganti kata sandi.',
      action: 'Buka profil',
    },
    en: {
      subject: 'Your account was opened on a new device',
      body: 'Your Pamong account was opened with {device} from the address {address}.\n\nIf it was you, there is nothing to do. If not, open your profile, end that session and change your password.',
      action: 'Open my profile',
    },
  },
};
