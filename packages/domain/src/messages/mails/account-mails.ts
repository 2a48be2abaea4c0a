import type { MailText } from '../mail-texts.js';

/** What people are told of their own account; `{device}` and `{address}` say where it was opened. */
export const accountMails: Readonly<Record<'newDevice' | 'secondFactorOn' | 'secondFactorOff', MailText>> = {
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
  secondFactorOn: {
    id: {
      subject: 'Verifikasi dua langkah sudah menyala',
      body: 'Mulai sekarang, masuk ke Pamong dengan kata sandi juga meminta kode dari aplikasi di ponsel Anda.\n\nBila bukan Anda yang menyalakannya, segera hubungi admin instansi Anda.',
      action: 'Buka profil',
    },
    en: {
      subject: 'Two-step verification is on',
      body: 'From now on, signing in to Pamong with a password also asks for a code from the application on your phone.\n\nIf it was not you who turned it on, contact the admin of your agency at once.',
      action: 'Open my profile',
    },
  },
  secondFactorOff: {
    id: {
      subject: 'Verifikasi dua langkah dimatikan',
      body: 'Masuk ke Pamong sekarang cukup dengan kata sandi. Kode pemulihan yang lama tidak berlaku lagi.\n\nBila bukan Anda atau admin atas permintaan Anda, segera ganti kata sandi dan hubungi admin instansi Anda.',
      action: 'Buka profil',
    },
    en: {
      subject: 'Two-step verification was turned off',
      body: 'Signing in to Pamong now takes the password alone. The old recovery codes no longer work.\n\nIf it was neither you nor an admin at your request, change your password at once and contact the admin of your agency.',
      action: 'Open my profile',
    },
  },
};
