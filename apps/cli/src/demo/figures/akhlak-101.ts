import { cards, figure, heading, note, steps } from './figure.js';

/** Figures of AKHLAK-101 by file name. */
export const akhlakFigures: Readonly<Record<string, string>> = {
  'tujuh-nilai': figure(
    heading('Tujuh nilai, tujuh kebiasaan'),
    cards(
      [
        { sign: '1', head: 'Berorientasi pelayanan', body: 'Beri tahu langkah berikutnya sebelum ditanya', tone: 'house' },
        { sign: '2', head: 'Akuntabel', body: 'Catat keputusan pada hari yang sama', tone: 'house' },
        { sign: '3', head: 'Kompeten', body: 'Tuliskan langkah yang hanya Anda kuasai', tone: 'house' },
        { sign: '4', head: 'Harmonis', body: 'Ajak yang diam berbicara', tone: 'house' },
        { sign: '5', head: 'Loyal', body: 'Jaga yang belum diumumkan', tone: 'house' },
        { sign: '6', head: 'Adaptif', body: 'Siapkan cara luring', tone: 'house' },
        { sign: '7', head: 'Kolaboratif', body: 'Bagikan bahan sebelum selesai', tone: 'house' },
      ],
      8,
    ),
  ),
  'gunung-es': figure(
    heading('Yang tampak dan yang tidak'),
    cards([
      { head: 'Ucapan', body: 'Mudah dilihat, mudah dipalsukan', tone: 'plain' },
      { head: 'Kebiasaan', body: 'Terlihat berulang kali, dapat dilatih', tone: 'good' },
    ]),
    note('Garis air: di bawah ini jarang ada yang melihat'),
    cards([
      { head: 'Pilihan saat sepi', body: 'Diringankan oleh kebiasaan', tone: 'house' },
      { head: 'Keyakinan dan rasa takut', body: 'Alasannya, dan tekanan yang mendorongnya', tone: 'care' },
    ]),
  ),
  'timbang-dilema': figure(
    heading('Menimbang sebuah dilema'),
    steps([
      { head: 'Siapa yang terkena?', body: 'Termasuk yang tidak hadir di ruangan' },
      { head: 'Aturan mana yang berlaku?', body: 'Bila jelas, jalankan' },
      { head: 'Nilai apa yang berhadapan?', body: 'Beri nama pada keduanya' },
      { head: 'Pilihan ketiga apa yang ada?', body: 'Membagi, menunda, atau membawa kepada yang berwenang', tone: 'care' },
      { head: 'Berani menjelaskannya?', body: 'Bayangkan dibacakan dalam apel', tone: 'good' },
    ]),
  ),
  'rumus-komitmen': figure(
    heading('Komitmen dalam empat bagian'),
    steps([
      { head: 'Pemicu', body: 'Setelah menutup telepon warga' },
      { head: 'Perilaku', body: 'saya menulis janji dan jamnya', tone: 'care' },
      { head: 'Tanda', body: 'yang tampak dari papan di meja' },
      { head: 'Tanggal', body: 'sampai 30 April, ditinjau bersama rekan', tone: 'good' },
    ]),
  ),
};
