import type { RowFault } from './import-row.entity.js';

type Language = 'id' | 'en';
type Sentence = readonly [reason: string, advice: string];

const lostId = 'Excel mengubah nomor ini menjadi bilangan sehingga angka terakhirnya hilang.';
const lostEn = 'Excel turned this number into an amount and its last digits are lost.';

/** Why a row cannot be written and what to do, in both languages; the file of failed rows says the same as the screen. */
const sentences: Readonly<Record<string, Readonly<Record<Language, Sentence>>>> = {
  NUMBER_BY_EXCEL: {
    id: [lostId, 'Format kolom sebagai Teks, lalu salin lagi nomornya dari sumbernya. Angka yang hilang tidak dapat dipulihkan dari berkas ini.'],
    en: [lostEn, 'Format the column as text, then copy the number from its source again. The lost digits cannot be recovered from this file.'],
  },
  NUMBER_LENGTH: { id: ['Nomor tidak terdiri atas 18 angka.', 'Tulis 18 angka. Bila angka nol di depan atau angka terakhir hilang, salin lagi dari sumbernya.'], en: ['The number does not have 18 digits.', 'Write all 18 digits; copy them from the source again if some were lost.'] },
  NUMBER_BIRTH_DATE: { id: ['Delapan angka pertama bukan tanggal lahir yang ada di kalender.', 'Periksa angka ke-1 sampai ke-8 (tahun, bulan, tanggal), misalnya 30 Februari tidak ada.'], en: ['The first eight digits are no date of the calendar.', 'Check digits 1 to 8 (year, month, day); 30 February, for example, does not exist.'] },
  NUMBER_YEAR: { id: ['Tahun pengangkatan dalam nomor tidak mungkin.', 'Periksa angka ke-9 sampai ke-12.'], en: ['The year of appointment in the number is impossible.', 'Check digits 9 to 12.'] },
  NUMBER_MONTH: { id: ['Bulan pengangkatan dalam nomor adalah 00.', 'Periksa angka ke-13 dan ke-14.'], en: ['The month of appointment in the number is 00.', 'Check digits 13 and 14.'] },
  NUMBER_SEX: { id: ['Angka jenis kelamin dalam nomor bukan 1 atau 2.', 'Periksa angka ke-15.'], en: ['The digit of the sex in the number is neither 1 nor 2.', 'Check digit 15.'] },
  NUMBER_SEQUENCE: { id: ['Nomor berakhir dengan 000. Biasanya Excel telah membulatkannya.', 'Format kolom sebagai Teks, lalu salin lagi nomornya dari sumbernya.'], en: ['The number ends with 000. Usually Excel has rounded it.', 'Format the column as text, then copy the number from its source again.'] },
  NUMBER_AGE: { id: ['Menurut nomor ini, usia saat pengangkatan di luar 17 sampai 60 tahun.', 'Periksa tahun lahir dan tahun pengangkatan dalam nomor.'], en: ['By this number the age at appointment is outside of 17 to 60 years.', 'Check the years of birth and appointment in the number.'] },
  NUMBER_MISSING: { id: ['Nomor pegawai kosong.', 'Isi NIP atau NI PPPK. Untuk yang bukan ASN, isi jenis_asn dengan Non-ASN dan surelnya.'], en: ['The staff number is blank.', 'Fill in NIP or NI PPPK. For people who are not ASN set jenis_asn to Non-ASN and give an e-mail address.'] },
  NUMBER_ELSEWHERE: { id: ['Nomor ini milik pegawai di instansi lain.', 'Bila pegawai itu pindah ke sini, ajukan pemindahan antarinstansi.'], en: ['This number belongs to a person of another agency.', 'If the person moves here, propose a transfer between agencies.'] },
  NUMBER_OF_OTHER_KIND: { id: ['Bentuk nomor tidak cocok dengan jenis pegawai.', 'Angka ke-13 dan ke-14 dari NIP adalah bulan 01 sampai 12; pada NI PPPK 13 atau lebih. Periksa nomor atau kolom jenis_asn. Non-ASN tidak bernomor.'], en: ['The form of the number does not fit the kind of employment.', 'Digits 13 and 14 of a NIP are a month from 01 to 12, of a NI PPPK 13 or more. Check the number or jenis_asn. Non-ASN have no number.'] },
  BIRTH_DATE_DIFFERS: { id: ['Tanggal lahir berbeda dari yang ada dalam nomor, yaitu {{inNumber}}.', 'Bila nomornya benar, perbaiki tanggal lahirnya. Bila memang berbeda di dokumen resmi, biarkan.'], en: ['The birth date differs from the one in the number, which is {{inNumber}}.', 'If the number is right, correct the birth date. If official papers do differ, leave it.'] },
  SEX_DIFFERS: { id: ['Jenis kelamin berbeda dari yang ada dalam nomor, yaitu {{inNumber}}.', 'Angka ke-15 adalah 1 untuk laki-laki dan 2 untuk perempuan. Periksa keduanya.'], en: ['The sex differs from the one in the number, which is {{inNumber}}.', 'Digit 15 is 1 for a man (L) and 2 for a woman (P). Check both.'] },
  APPOINTED_IN_FUTURE: { id: ['Menurut nomor ini, pengangkatannya pada tahun {{inNumber}} belum tiba.', 'Periksa angka ke-9 sampai ke-14. Bila TMT memang belum tiba, biarkan.'], en: ['By this number the appointment, in {{inNumber}}, is still to come.', 'Check digits 9 to 14. If the appointment does lie ahead, leave it.'] },
  PREVIOUS_UNKNOWN: { id: ['Tidak ada pegawai dengan nomor sebelumnya ini.', 'Periksa nomornya, atau kosongkan bila pegawai ini baru.'], en: ['Nobody has this previous number.', 'Check it, or leave it blank if the person is new.'] },
  PERSON_OUTSIDE: { id: ['Pegawai ini bekerja di {{unit}}, di luar unit yang Anda kelola.', 'Hapus baris ini, atau minta admin instansi mengimpornya.'], en: ['This person works at {{unit}}, outside of the units you manage.', 'Remove the row, or ask an agency admin to import it.'] },
  ADDRESS_MISSING: { id: ['Non-ASN tanpa nomor dan tanpa surel tidak dapat dikenali lagi.', 'Isi kolom surel.'], en: ['Somebody without number and e-mail address cannot be recognised again.', 'Fill in the e-mail address.'] },
  ADDRESS_TAKEN: { id: ['Surel ini sudah dipakai pegawai lain.', 'Setiap orang memerlukan alamatnya sendiri. Perbaiki atau kosongkan.'], en: ['Another person already has this e-mail address.', 'Everybody needs an address of their own. Correct it or leave it blank.'] },
  TWICE_IN_FILE: { id: ['Sama dengan baris {{row}} dalam berkas ini.', 'Simpan satu baris saja untuk setiap orang atau unit.'], en: ['The same as row {{row}} of this file.', 'Keep one row for each person or unit.'] },
  REQUIRED: { id: ['Kolom ini wajib diisi.', 'Isi nilainya.'], en: ['This column must be filled in.', 'Fill in a value.'] },
  TOO_LONG: { id: ['Isinya terlalu panjang.', 'Persingkat isinya.'], en: ['The value is too long.', 'Shorten it.'] },
  CONTROL_CHARACTER: { id: ['Ada tanda yang tidak terlihat di dalamnya.', 'Ketik ulang isinya.'], en: ['There is an invisible character in it.', 'Type the value again.'] },
  CELL_MERGED: { id: ['Sel ini digabung dengan sel lain.', 'Pisahkan sel gabungan (Unmerge), lalu isi setiap baris.'], en: ['This cell is merged with others.', 'Unmerge the cells and fill in every row.'] },
  CELL_ERROR: { id: ['Rumus di sel ini menghasilkan galat.', 'Ganti rumus dengan nilainya.'], en: ['The formula in this cell gives an error.', 'Replace the formula with its value.'] },
  DAY_UNKNOWN: { id: ['Tanggal ini tidak ada di kalender.', 'Periksa tanggal dan bulannya, misalnya 30 Februari tidak ada.'], en: ['This day is not in the calendar.', 'Check day and month; 30 February, for example, does not exist.'] },
  DAY_UNREADABLE: { id: ['Tanggal tidak terbaca.', 'Tulis sebagai tanggal-bulan-tahun dengan tahun empat angka: 14-03-1987.'], en: ['The date cannot be read.', 'Write day-month-year with four digits for the year: 14-03-1987.'] },
  DAY_IN_FUTURE: { id: ['Tanggal lahir ada di masa depan.', 'Periksa tahunnya.'], en: ['The day of birth lies in the future.', 'Check the year.'] },
  ENDS_BEFORE_START: { id: ['Hari terakhir mendahului hari pertama.', 'Periksa kedua tanggal.'], en: ['The last day is before the first.', 'Check both dates.'] },
  KIND_UNKNOWN: { id: ['Jenis pegawai tidak dikenal.', 'Tulis PNS, CPNS, PPPK, PPPK paruh waktu, atau Non-ASN.'], en: ['The kind of employment is unknown.', 'Write PNS, CPNS, PPPK, PPPK paruh waktu or Non-ASN.'] },
  RANK_UNREADABLE: { id: ['Golongan tidak terbaca.', 'Tulis misalnya III/c untuk PNS, atau IX untuk PPPK.'], en: ['The rank cannot be read.', 'Write III/c, say, for PNS, or IX for PPPK.'] },
  RANK_UNKNOWN: { id: ['Golongan tidak cocok dengan jenis pegawai.', 'PNS dan CPNS: I/a sampai IV/e. PPPK: I sampai XVII. Non-ASN tidak bergolongan.'], en: ['The rank does not fit the kind of employment.', 'PNS and CPNS: I/a to IV/e. PPPK: I to XVII. Non-ASN have none.'] },
  POST_KIND_UNKNOWN: { id: ['Jenis jabatan tidak dikenal.', 'Tulis JPT utama, JPT madya, JPT pratama, Administrator, Pengawas, Fungsional, atau Pelaksana.'], en: ['The kind of post is unknown.', 'Write JPT utama, JPT madya, JPT pratama, Administrator, Pengawas, Fungsional or Pelaksana.'] },
  SEX_UNKNOWN: { id: ['Jenis kelamin tidak terbaca.', 'Tulis L atau P.'], en: ['The sex cannot be read.', 'Write L or P.'] },
  STATUS_UNKNOWN: { id: ['Status tidak dikenal.', 'Tulis Aktif, Tugas belajar, CLTN, Cuti, Pindah, Pensiun, atau Wafat.'], en: ['The status is unknown.', 'Write Aktif, Tugas belajar, CLTN, Cuti, Pindah, Pensiun or Wafat.'] },
  ZONE_UNKNOWN: { id: ['Zona waktu tidak dikenal.', 'Tulis WIB, WITA, atau WIT.'], en: ['The time zone is unknown.', 'Write WIB, WITA or WIT.'] },
  NOT_A_MAIL_ADDRESS: { id: ['Ini bukan alamat surel.', 'Periksa alamatnya, misalnya nama@instansi.go.id.'], en: ['This is no e-mail address.', 'Check the address, for example nama@instansi.go.id.'] },
  NOT_A_PHONE: { id: ['Ini bukan nomor telepon.', 'Tulis 6 sampai 20 angka, boleh diawali +62.'], en: ['This is no telephone number.', 'Write 6 to 20 digits; +62 may stand before them.'] },
  UNIT_MISSING: { id: ['Unit kerja kosong, padahal pegawai ini baru.', 'Isi unit_kerja atau kode_unit.'], en: ['The unit is blank, though this person is new.', 'Fill in unit_kerja or kode_unit.'] },
  UNIT_UNKNOWN: { id: ['Unit kerja ini tidak ada.{{suggestion: Mungkin yang dimaksud: *.}}', 'Perbaiki namanya, atau tambahkan unitnya lebih dahulu (impor unit).'], en: ['There is no such unit.{{suggestion: Perhaps this is meant: *.}}', 'Correct the name, or add the unit first (import of units).'] },
  UNIT_AMBIGUOUS: { id: ['Ada beberapa unit dengan nama ini: {{ways}}.', 'Tulis jalurnya, misalnya Dinas Kesehatan / Sekretariat, atau isi kode_unit.'], en: ['Several units have this name: {{ways}}.', 'Write the way to it, for example Dinas Kesehatan / Sekretariat, or fill in kode_unit.'] },
  UNIT_CLOSED: { id: ['Unit {{unit}} sudah ditutup.', 'Pilih unit yang masih berjalan.'], en: ['The unit {{unit}} is closed.', 'Choose a unit that is open.'] },
  UNIT_OUTSIDE: { id: ['Unit ini di luar unit yang Anda kelola.', 'Hapus baris ini, atau minta admin instansi mengimpornya.'], en: ['This unit lies outside of the units you manage.', 'Remove the row, or ask an agency admin to import it.'] },
  SUPERVISOR_UNKNOWN: { id: ['Atasan dengan nomor ini tidak ada, baik di berkas maupun di data pegawai.', 'Periksa nomornya, tambahkan baris untuk atasan itu, atau kosongkan.'], en: ['There is no supervisor with this number, neither in the file nor among the staff.', 'Check the number, add a row for the supervisor, or leave it blank.'] },
  SUPERVISOR_SELF: { id: ['Pegawai ini ditulis sebagai atasannya sendiri.', 'Isi NIP atasan yang benar, atau kosongkan.'], en: ['This person is given as their own supervisor.', "Write the right supervisor's number, or leave it blank."] },
  SUPERVISOR_LOOP: { id: ['Atasan berputar: {{path}}.', 'Ubah salah satu atasan dalam lingkaran itu.'], en: ['The supervisors go round in a circle: {{path}}.', 'Change one supervisor of the circle.'] },
  SUPERVISOR_ROW_FAULTY: { id: ['Atasannya ada di baris {{row}} yang belum dapat ditulis.', 'Perbaiki baris {{row}} lebih dahulu; baris ini lalu ikut benar.'], en: ['The supervisor stands in row {{row}}, which cannot be written yet.', 'Correct row {{row}} first; this one is then right as well.'] },
  PARENT_UNKNOWN: { id: ['Unit induk dengan kode ini tidak ada.{{suggestion: Mungkin yang dimaksud: *.}}', 'Periksa kode_induk, atau tambahkan baris untuk unit induk itu.'], en: ['There is no parent unit with this code.{{suggestion: Perhaps this is meant: *.}}', 'Check kode_induk, or add a row for the parent unit.'] },
  PARENT_ROW_FAULTY: { id: ['Unit induknya ada di baris {{row}} yang belum dapat ditulis.', 'Perbaiki baris {{row}} lebih dahulu.'], en: ['The parent unit stands in row {{row}}, which cannot be written yet.', 'Correct row {{row}} first.'] },
  UNIT_LOOP: { id: ['Susunan unit berputar: {{path}}.', 'Ubah kode_induk salah satu unit dalam lingkaran itu.'], en: ['The units go round in a circle: {{path}}.', 'Change kode_induk of one unit of the circle.'] },
  OVERTAKEN: { id: ['Data sudah berubah sejak pemeriksaan, sehingga baris ini tidak ditulis.', 'Unggah baris ini lagi dan periksa perubahannya.'], en: ['The data changed after the check, so this row was not written.', 'Upload this row again and check its changes.'] },
  LAST_ADMIN: { id: ['Orang ini admin terakhir, jadi statusnya belum dapat diubah.', 'Beri orang lain peran admin dulu, lalu unggah baris ini lagi.'], en: ['This is the last admin, so the status cannot change yet.', 'Give somebody else the admin role first, then upload this row again.'] },
  MERGED_SINCE: { id: ['Catatan ini sudah digabung dengan catatan lain dari orang yang sama, jadi dibiarkan.', 'Tidak perlu apa-apa.'], en: ['This record was merged with another one of the same person, so it stays.', 'Nothing needs to be done.'] },
  CHANGED_SINCE: { id: ['Data ini diubah setelah impor, jadi dibiarkan.', 'Ubah sendiri bila perlu.'], en: ['This was changed after the import, so it stays.', 'Change it yourself if needed.'] },
  IN_USE: { id: ['Sudah dipakai: ada akun, pelatihan, peran, atau data lain. Jadi tetap ada.', 'Bila salah, ubah statusnya atau gabungkan.'], en: ['Already in use: there is an account, a course, a role or other data. So it stays.', 'If it is wrong, change its status or merge it.'] },
};

/** Codes that have sentences; a test holds every fault that rules can find against them. */
export const faultCodes: readonly string[] = Object.keys(sentences);

/** What is wrong and what to do. A code without sentences is a fault of ours, and says so. */
export function faultSentence(fault: RowFault, language: Language): { reason: string; advice: string } {
  const [reason, advice] = sentences[fault.code]?.[language] ?? (language === 'id' ? ['Baris ini tidak dapat ditulis.', 'Periksa isinya.'] : ['This row cannot be written.', 'Check its values.']);
  return { reason: fill(reason, fault), advice: fill(advice, fault) };
}

/** `{{name}}` is a value; `{{name: text with *}}` appears only where there is one. */
function fill(sentence: string, { params = {} }: RowFault): string {
  return sentence.replace(/\{\{(\w+)(?::([^}]*))?\}\}/g, (_whole, name: string, optional: string | undefined) => {
    const value = params[name] === undefined ? '' : String(params[name]);
    if (optional === undefined) return value;
    return value === '' ? '' : optional.replace('*', value);
  });
}
