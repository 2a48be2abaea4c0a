import type { Scene } from '../scene.js';
import { cardsSlide, closingSlide, letterSlide, openingSlide, timelineSlide } from '../slides.js';

/** KAMI-101: how one click stops an office for three days, and where the chain could have been cut. */
export const oneClick: readonly Scene[] = [
  {
    title: 'Pembuka',
    seconds: 10,
    captions: [
      [0.5, 4.5, 'Satu klik yang merepotkan seluruh kantor.'],
      [5, 9.5, 'Rekaman ini tanpa narator. Semua penjelasan ada pada gambar dan takarir.'],
    ],
    draw: openingSlide('Satu klik, satu kantor berhenti', 'Cerita rekaan dari bagian umum'),
  },
  {
    title: 'Senin, pukul 07.52',
    seconds: 24,
    captions: [
      [0.5, 5.5, 'Bu Rini menerima surel: revisi SPPD ditolak, segera perbaiki.'],
      [6, 11, 'Nama pengirimnya tampak resmi, tetapi alamatnya bukan milik kantor.'],
      [11.5, 17, 'Ada desakan: hari ini juga. Desakan dibuat supaya kita tidak bertanya.'],
      [17.5, 23.5, 'Lampirannya membuka halaman yang meminta kata sandi.'],
    ],
    draw: letterSlide(
      { from: 'Bagian Keuangan', address: 'keuangan@revisi-sppd.example', subject: 'Revisi SPPD Anda ditolak' },
      ['Yth. Ibu Rini,', 'berkas perjalanan dinas Ibu belum', 'lengkap. Perbaiki hari ini juga agar', 'uang harian tidak hangus.', '', 'Masuk dengan akun dinas di sini.'],
      [
        { words: 'Alamatnya bukan|milik kantor', row: -2, at: 6.5 },
        { words: 'Ada desakan waktu', row: 2, at: 12 },
        { words: 'Meminta kata sandi', row: 5, at: 18 },
      ],
    ),
  },
  {
    title: 'Dua setengah jam tanpa laporan',
    seconds: 28,
    captions: [
      [0.5, 6, 'Bu Rini mengetik sandinya. Halaman menjadi kosong, dan ia mengira jaringannya lambat.'],
      [6.5, 12, 'Pukul 08.30 orang lain masuk ke surelnya dan menyapa 214 rekan.'],
      [12.5, 18.5, 'Karena pengirimnya rekan sendiri, enam orang ikut mengisi kata sandi.'],
      [19, 27, 'Pukul 10.15 berkas bersama terkunci. Pelayanan berhenti tiga hari.'],
    ],
    draw: timelineSlide([
      { clock: '07.52', words: 'Sandi diketik di halaman palsu', at: 0.8, tone: 'care' },
      { clock: '08.30', words: 'Surel diambil alih dari kota lain', at: 6.5, tone: 'care' },
      { clock: '08.40', words: '214 rekan menerima pesan yang sama', at: 9.5, tone: 'danger' },
      { clock: '09.20', words: 'Enam rekan mengisi kata sandinya', at: 13, tone: 'danger' },
      { clock: '10.15', words: 'Berkas bersama terkunci', at: 19.5, tone: 'danger' },
    ]),
  },
  {
    title: 'Tiga hal yang kita jaga',
    seconds: 22,
    captions: [
      [0.5, 7, 'Kerahasiaan: hanya yang berhak yang dapat melihat.'],
      [7.5, 13.5, 'Keutuhan: isinya tidak diubah tanpa hak.'],
      [14, 21.5, 'Ketersediaan: dapat dipakai ketika diperlukan. Hari itu ketiganya rusak.'],
    ],
    draw: cardsSlide([
      { head: 'Kerahasiaan', body: 'Isi surel Bu Rini terbaca orang lain', at: 0.6 },
      { head: 'Keutuhan', body: 'Pesan palsu terkirim atas nama pegawai', at: 7.5 },
      { head: 'Ketersediaan', body: 'Berkas bersama tidak dapat dibuka', at: 14 },
    ]),
  },
  {
    title: 'Rantai itu dapat diputus',
    seconds: 26,
    captions: [
      [0.5, 6, 'Jeda sepuluh detik: apakah saya memang menunggu pesan ini?'],
      [6.5, 12, 'Buka aplikasinya sendiri, jangan lewat tautan di dalam pesan.'],
      [12.5, 18.5, 'Verifikasi dua langkah menahan pelaku yang sudah memegang sandi.'],
      [19, 25.5, 'Lapor dalam menit pertama, walaupun baru dugaan.'],
    ],
    draw: cardsSlide([
      { head: 'Jeda sepuluh detik', body: 'Apakah saya memang menunggu pesan ini?', at: 0.6, tone: 'good' },
      { head: 'Jalan yang biasa', body: 'Buka aplikasinya sendiri, bukan lewat tautan', at: 6.5, tone: 'good' },
      { head: 'Dua langkah', body: 'Sandi saja tidak cukup untuk masuk', at: 12.5, tone: 'good' },
      { head: 'Lapor segera', body: 'Menit pertama memperpendek rantai', at: 19, tone: 'good' },
    ]),
  },
  {
    title: 'Ringkasan',
    seconds: 12,
    captions: [
      [0.5, 5.5, 'Tidak ada yang jahat di kantor itu, hanya satu klik dan satu sandi yang dipakai ulang.'],
      [6, 11.5, 'Berhenti sejenak, periksa lewat jalan lain, lalu lapor. Selamat melanjutkan.'],
    ],
    draw: closingSlide(['Berhenti sejenak.', 'Periksa lewat jalan lain.', 'Laporkan walaupun baru dugaan.']),
  },
];
