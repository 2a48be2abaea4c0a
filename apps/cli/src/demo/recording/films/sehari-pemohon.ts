import type { Scene } from '../scene.js';
import { barsSlide, cardsSlide, closingSlide, openingSlide, timelineSlide } from '../slides.js';

/** PPD-201: one permit, told from the applicant's side of the counter. */
export const dayOfAnApplicant: readonly Scene[] = [
  {
    title: 'Pembuka',
    seconds: 10,
    captions: [
      [0.5, 4.5, 'Sehari menjadi pemohon izin.'],
      [5, 9.5, 'Rekaman ini tanpa narator. Semua penjelasan ada pada gambar dan takarir.'],
    ],
    draw: openingSlide('Sehari menjadi pemohon izin', 'Satu izin, dilihat dari dua sisi loket'),
  },
  {
    title: 'Enam hari Bu Sari',
    seconds: 30,
    captions: [
      [0.5, 6, 'Bu Sari mencari syarat di ponsel. Posternya tidak terbaca.'],
      [6.5, 12, 'Ia naik ojek ke dinas, dan ternyata harus ke RT dan RW dulu.'],
      [12.5, 18, 'Hari kedua ia kembali. Kurang fotokopi KTP dua tetangga.'],
      [18.5, 23.5, 'Berkas diterima tanpa nomor: nanti dihubungi.'],
      [24, 29.5, 'Hari keenam ia datang lagi. Izinnya sudah selesai sejak hari keempat.'],
    ],
    draw: timelineSlide([
      { clock: 'Hari 1', words: 'Poster syarat tidak terbaca di ponsel', at: 0.8, tone: 'care' },
      { clock: '08.00', words: 'Ke dinas: "ke RT dan RW dulu, Bu"', at: 6.5, tone: 'care' },
      { clock: 'Hari 2', words: 'Kurang dua fotokopi, pulang lagi', at: 12.5, tone: 'danger' },
      { clock: '13.30', words: '"Nanti dihubungi", tanpa nomor', at: 18.5, tone: 'danger' },
      { clock: 'Hari 6', words: 'Ternyata selesai sejak hari keempat', at: 24, tone: 'good' },
    ]),
  },
  {
    title: 'Dua hitungan',
    seconds: 26,
    captions: [
      [0.5, 6.5, 'Menurut laporan dinas: selesai dua hari, satu kunjungan, tepat waktu.'],
      [7, 13, 'Menurut Bu Sari: enam hari dan empat perjalanan.'],
      [13.5, 19, 'Dua belas jam kerjanya hilang.'],
      [19.5, 25.5, 'Laporan itu tidak bohong. Ia hanya mengukur yang terjadi di dalam kantor.'],
    ],
    draw: barsSlide(
      [
        { label: 'Hari menurut kantor', value: 2, shown: '2 hari', tone: 'good', at: 0.8 },
        { label: 'Hari menurut Bu Sari', value: 6, shown: '6 hari', tone: 'danger', at: 7 },
        { label: 'Kunjungan menurut kantor', value: 1, shown: '1 kali', tone: 'good', at: 13.5 },
        { label: 'Perjalanan Bu Sari', value: 4, shown: '4 kali', tone: 'danger', at: 17 },
      ],
      6,
    ),
  },
  {
    title: 'Tiga macam beban',
    seconds: 24,
    captions: [
      [0.5, 7, 'Beban mencari tahu: syarat, istilah, dan jalur yang harus ditebak.'],
      [7.5, 15, 'Beban memenuhi: berkas, bolak-balik, dan menunggu.'],
      [15.5, 23.5, 'Beban kecemasan: takut salah dan tidak tahu kapan selesai.'],
    ],
    draw: cardsSlide([
      { head: 'Mencari tahu', body: 'Syarat dan istilah yang harus ditebak', at: 0.6 },
      { head: 'Memenuhi', body: 'Berkas, bolak-balik, dan menunggu', at: 7.5 },
      { head: 'Kecemasan', body: 'Takut salah, tanpa kabar dan tanpa nomor', at: 15.5, tone: 'danger' },
    ]),
  },
  {
    title: 'Yang dapat dimulai pekan ini',
    seconds: 22,
    captions: [
      [0.5, 6.5, 'Tulis syarat sebagai teks, lengkap sejak awal.'],
      [7, 13.5, 'Beri tanda terima dengan nomor, tanggal janji, dan kontak.'],
      [14, 21.5, 'Kabari pada hari izin selesai, jangan menunggu ditanya.'],
    ],
    draw: cardsSlide([
      { head: 'Syarat sebagai teks', body: 'Terbaca di ponsel, lengkap sejak awal', at: 0.6, tone: 'good' },
      { head: 'Tanda terima', body: 'Nomor, tanggal janji, dan satu kontak', at: 7, tone: 'good' },
      { head: 'Kabar saat selesai', body: 'Pesan dikirim hari itu juga', at: 14, tone: 'good' },
    ]),
  },
  {
    title: 'Ringkasan',
    seconds: 12,
    captions: [
      [0.5, 5.5, 'Layanan dimulai ketika warga memerlukan sesuatu, bukan ketika berkas sampai di loket.'],
      [6, 11.5, 'Ikuti satu pemohon, hitung bebannya, lalu kurangi. Selamat melanjutkan.'],
    ],
    draw: closingSlide(['Ikuti satu pemohon.', 'Hitung bebannya dari sisi warga.', 'Kurangi satu langkah pekan ini.']),
  },
];
