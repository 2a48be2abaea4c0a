import type { MailText } from '../../messages/mail-texts.js';

/** Letters about getting in; `{until}` is written out with its zone, `{by}` names whoever invites. */
export const entryMails: Readonly<Record<'reset' | 'invite' | 'passwordChosen' | 'emailChange' | 'emailChanged' | 'register' | 'alreadyKnown', MailText>> = {
  reset: {
    id: {
      subject: 'Atur ulang kata sandi Pamong',
      body: 'Kami menerima permintaan untuk mengatur ulang kata sandi akun Pamong Anda. Tautan ini hanya dapat dipakai sekali, sampai {until}.\n\nBila Anda tidak memintanya, abaikan surat ini. Kata sandi Anda tetap seperti semula.',
      action: 'Atur ulang kata sandi',
    },
    en: {
      subject: 'Reset your Pamong password',
      body: 'We received a request to reset the password of your Pamong account. This link works once, until {until}.\n\nIf you did not ask for it, ignore this mail. Your password stays as it is.',
      action: 'Reset the password',
    },
  },
  invite: {
    id: {
      subject: 'Undangan ke Pamong',
      body: '{by} mengundang Anda ke Pamong, tempat belajar dan mengembangkan kompetensi di {agency}.\n\nAktifkan akun Anda dengan memilih kata sandi sendiri. Tautan ini hanya dapat dipakai sekali, sampai {until}.',
      action: 'Aktifkan akun',
    },
    en: {
      subject: 'You are invited to Pamong',
      body: '{by} invites you to Pamong, where {agency} learns and develops competence.\n\nActivate your account by choosing a password of your own. This link works once, until {until}.',
      action: 'Activate my account',
    },
  },
  passwordChosen: {
    id: {
      subject: 'Kata sandi Anda sudah diganti',
      body: 'Kata sandi akun Pamong Anda baru saja diganti, dan semua perangkat lain sudah dikeluarkan.\n\nBila bukan Anda yang menggantinya, segera hubungi admin instansi Anda.',
      action: 'Buka Pamong',
    },
    en: {
      subject: 'Your password was changed',
      body: 'The password of your Pamong account was just changed, and every other device was signed out.\n\nIf you did not change it, contact the admin of your agency at once.',
      action: 'Open Pamong',
    },
  },
  register: {
    id: {
      subject: 'Selesaikan pendaftaran Anda di Pamong',
      body: 'Alamat ini dipakai untuk mendaftar sebagai peserta luar. Tekan tombol di bawah untuk memastikan alamat ini milik Anda dan memilih kata sandi. Tautan ini hanya dapat dipakai sekali, sampai {until}.\n\nBila Anda tidak mendaftar, abaikan surat ini.',
      action: 'Lanjutkan pendaftaran',
    },
    en: {
      subject: 'Finish your registration with Pamong',
      body: 'This address was used to register as a participant from outside. Press the button below to confirm that it is yours and to choose a password. This link works once, until {until}.\n\nIf you did not register, ignore this mail.',
      action: 'Go on with the registration',
    },
  },
  alreadyKnown: {
    id: {
      subject: 'Anda sudah punya akun Pamong',
      body: 'Alamat ini baru saja dipakai untuk mendaftar, tetapi sudah ada akun dengan alamat ini. Masuklah dengan akun itu; bila lupa kata sandinya, minta tautan baru di halaman masuk.\n\nBila Anda tidak mendaftar, abaikan surat ini.',
      action: 'Buka halaman masuk',
    },
    en: {
      subject: 'You have a Pamong account already',
      body: 'This address was just used to register, but there is an account with it. Sign in with that account; if you forgot its password, ask for a new link on the sign-in page.\n\nIf you did not register, ignore this mail.',
      action: 'Open the sign-in page',
    },
  },
  emailChange: {
    id: {
      subject: 'Pastikan alamat surel Anda',
      body: 'Alamat ini akan dipakai untuk akun Pamong Anda. Tekan tombol di bawah untuk memastikan bahwa alamat ini milik Anda. Tautan ini hanya dapat dipakai sekali, sampai {until}.\n\nBila Anda tidak memintanya, abaikan surat ini.',
      action: 'Pastikan alamat ini',
    },
    en: {
      subject: 'Confirm your e-mail address',
      body: 'This address is to be used for your Pamong account. Press the button below to confirm that it is yours. This link works once, until {until}.\n\nIf you did not ask for it, ignore this mail.',
      action: 'Confirm this address',
    },
  },
  emailChanged: {
    id: {
      subject: 'Alamat surel akun Anda diganti',
      body: 'Akun Pamong Anda sekarang memakai alamat surel lain: {masked}.\n\nBila bukan Anda yang menggantinya, segera hubungi admin instansi Anda.',
      action: 'Buka Pamong',
    },
    en: {
      subject: 'The e-mail address of your account was changed',
      body: 'Your Pamong account now uses another e-mail address: {masked}.\n\nIf you did not change it, contact the admin of your agency at once.',
      action: 'Open Pamong',
    },
  },
};
