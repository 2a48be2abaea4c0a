import { bars, cards, figure, heading, note, pair, steps } from './figure.js';

/** Figures of KAMI-101 by file name. */
export const kamiFigures: Readonly<Record<string, string>> = {
  'rantai-satu-klik': figure(
    heading('Satu klik, lima mata rantai'),
    steps([
      { head: 'Pesan palsu tiba', body: 'Diputus oleh: memeriksa lewat aplikasi biasa', tone: 'plain' },
      { head: 'Sandi diketik', body: 'Diputus oleh: pengelola sandi yang tidak mengisi', tone: 'plain' },
      { head: 'Surel diambil alih', body: 'Diputus oleh: verifikasi dua langkah', tone: 'care' },
      { head: 'Pesan menyebar lewat nama rekan', body: 'Diputus oleh: laporan pertama yang cepat', tone: 'care' },
      { head: 'Berkas bersama terkunci', body: 'Diputus oleh: cadangan terpisah dan teruji', tone: 'danger' },
    ]),
  ),
  'surel-pengelabuan': figure(
    heading('Bedah satu surel'),
    cards([
      { sign: '1', head: 'Dari: Pusat Layanan ASN', body: 'helpdesk@layanan-asn.example: nama boleh dikarang, alamatnya bukan milik instansi', tone: 'danger' },
      { sign: '2', head: 'Akun dibekukan dalam 24 jam', body: 'Desakan, supaya tidak sempat bertanya', tone: 'danger' },
      { sign: '3', head: 'Klik di sini untuk verifikasi', body: 'Tujuannya bit-pendek.example, bukan go.id', tone: 'danger' },
      { sign: '4', head: 'Isi NIP dan kata sandi', body: 'Petugas resmi tidak memerlukan sandi Anda', tone: 'danger' },
      { head: 'Yang benar', body: 'Tutup pesannya, buka aplikasi sendiri, lalu lapor kepada pengelola TI', tone: 'good' },
    ]),
  ),
  'tiga-pilihan': figure(
    heading('Tiga pilihan untuk setiap pesan'),
    cards([
      { sign: '✓', head: 'Kerjakan', body: 'Memang ditunggu, alamatnya dikenal, tidak meminta rahasia', tone: 'good' },
      { sign: '?', head: 'Periksa dulu', body: 'Ragu? Buka aplikasinya sendiri, atau telepon nomor yang sudah dikenal', tone: 'care' },
      { sign: '×', head: 'Laporkan', body: 'Meminta sandi, kode, uang, atau data orang lain', tone: 'danger' },
    ]),
  ),
  'kekuatan-sandi': figure(
    heading('Seberapa sulit ditebak?'),
    bars(
      [
        { label: 'Nama dan tahun lahir', value: 20, tone: 'danger', shown: '± 20 bit' },
        { label: '8 karakter acak', value: 52, tone: 'care', shown: '52 bit' },
        { label: '4 kata acak', value: 52, tone: 'care', shown: '52 bit' },
        { label: '6 kata acak', value: 78, tone: 'good', shown: '78 bit' },
      ],
      80,
    ),
    note('Kata dipilih acak dari daftar 7.776 kata. Nama dan tahun lahir hanyalah perkiraan: makin banyak yang diketahui pelaku, makin lemah.'),
  ),
  'kunci-kedua': figure(
    heading('Kunci kedua, dari lemah ke kuat'),
    cards([
      { sign: '1', head: 'Kode lewat SMS', body: 'Lebih baik daripada tidak ada; nomor dapat diambil alih', tone: 'care' },
      { sign: '2', head: 'Persetujuan di aplikasi', body: 'Baca dulu, jangan menekan "Ya" karena terbiasa', tone: 'care' },
      { sign: '3', head: 'Aplikasi autentikator', body: 'Enam angka tiap 30 detik, bekerja tanpa sinyal', tone: 'house' },
      { sign: '4', head: 'Kunci sandi atau kunci fisik', body: 'Terikat pada situs asli, tahan pengelabuan', tone: 'good' },
    ]),
  ),
  'daur-data': figure(
    heading('Daur hidup data pribadi'),
    steps([
      { head: 'Tentukan tujuan', body: 'Keputusan apa yang memakai data ini?' },
      { head: 'Kumpulkan seperlunya', body: 'Kolom tanpa keputusan dihapus' },
      { head: 'Pakai sesuai tujuan', body: 'Tujuan baru, dasar baru' },
      { head: 'Bagikan lewat jalur resmi', body: 'Ada dasar, ada batas, ada jejak' },
      { head: 'Simpan selama masa simpan', body: 'Satu tempat, dengan tanggal akhir' },
      { head: 'Musnahkan', body: 'Menurut prosedur arsip, dengan berita acara' },
    ]),
  ),
  'umum-spesifik': figure(
    heading('Dua golongan data pribadi'),
    pair(
      { head: 'Umum', body: 'Nama lengkap\nJenis kelamin\nKewarganegaraan\nAgama\nStatus perkawinan\nData gabungan yang menunjuk seseorang', tone: 'house' },
      { head: 'Spesifik', body: 'Kesehatan\nBiometrik\nGenetika\nCatatan kejahatan\nData anak\nKeuangan pribadi\nLainnya menurut peraturan', tone: 'danger' },
    ),
    cards([{ head: 'Keduanya dilindungi', body: '"Umum" bukan berarti boleh diumumkan', tone: 'care' }]),
  ),
  'tanda-tangan': figure(
    heading('Tiga hal yang sering tertukar'),
    cards([
      { sign: '×', head: 'Gambar hasil pindaian', body: 'Mudah disalin, tidak mengikat isi, tidak dapat diperiksa', tone: 'danger' },
      { sign: '1', head: 'Tanda tangan elektronik', body: 'Mengikat orang, isi, dan waktu', tone: 'good' },
      { sign: '2', head: 'Segel elektronik', body: 'Mengikat instansi dan isi; untuk jumlah besar', tone: 'house' },
    ]),
  ),
  'empat-kelas': figure(
    heading('Isi menentukan jalur'),
    cards([
      { sign: '1', head: 'Biasa, tanpa data orang', body: 'Grup boleh', tone: 'good' },
      { sign: '2', head: 'Biasa, ada data orang', body: 'Kirim tautan ke map resmi, bukan berkasnya', tone: 'house' },
      { sign: '3', head: 'Terbatas', body: 'Aplikasi persuratan, hanya kepada yang berkepentingan', tone: 'care' },
      { sign: '4', head: 'Rahasia dan sangat rahasia', body: 'Jalur persandian. Tidak pernah lewat percakapan', tone: 'danger' },
    ]),
  ),
  'enam-puluh-menit': figure(
    heading('Enam puluh menit pertama'),
    steps([
      { head: 'Menit 0–5: hentikan', body: 'Tutup akses, cabut jaringan. Jangan matikan komputer', tone: 'danger' },
      { head: 'Menit 5–10: catat', body: 'Jam, yang terlihat, yang dilakukan. Jangan menghapus', tone: 'care' },
      { head: 'Menit 10–15: lapor', body: 'Telepon tim tanggap insiden, lalu atasan' },
      { head: 'Menit 15–40: dampingi', body: 'Jawab penangan, layani warga secara manual' },
      { head: 'Menit 40–60: siapkan keterangan', body: 'Data siapa, berapa orang, sejak kapan', tone: 'good' },
    ]),
  ),
};
