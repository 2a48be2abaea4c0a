import { bars, cards, curve, figure, heading, note, pair, samples, steps } from './figure.js';

/** Figures of PPD-201 by file name. */
export const ppdFigures: Readonly<Record<string, string>> = {
  'dua-hitungan': figure(
    heading('Satu izin, dua hitungan'),
    pair(
      { head: 'Menurut kantor', body: '2 hari\n1 kunjungan\nRetribusi Rp0\nTepat waktu', tone: 'good' },
      { head: 'Menurut Bu Sari', body: '6 hari\n4 perjalanan\n12 jam\nRp87.000', tone: 'danger' },
    ),
    cards([{ head: 'Keduanya benar', body: 'Kantor hanya mengukur yang terjadi di dalam kantor', tone: 'care' }]),
  ),
  'kurva-perasaan': figure(
    heading('Perasaan sepanjang perjalanan'),
    curve([
      { value: 0.8, label: 'Mendengar bahwa bisa dari ponsel', tone: 'good' },
      { value: 0.5, label: 'Poster syarat tidak terbaca', tone: 'care' },
      { value: 0.6, label: 'Bertanya kepada satpam, ditolong' },
      { value: 0.3, label: 'Berkas kurang, pulang lagi', tone: 'care' },
      { value: 0.55, label: 'Berkas diterima' },
      { value: 0.05, label: 'Menunggu tanpa kabar', tone: 'danger' },
      { value: 0.9, label: 'Izin selesai', tone: 'good' },
    ]),
  ),
  'lima-orang': figure(
    heading('Masalah yang ditemukan'),
    bars(
      [
        { label: '1 orang', value: 31, tone: 'care', shown: '31%' },
        { label: '3 orang', value: 67, shown: '67%' },
        { label: '5 orang', value: 84, tone: 'good', shown: '84%' },
        { label: '10 orang', value: 98, shown: '98%' },
      ],
      100,
    ),
    note('Bila setiap orang menemukan 31% masalah pada satu rancangan. Ini menemukan masalah, bukan mengukur kepuasan.'),
  ),
  'sepuluh-menit': figure(
    heading('Sepuluh menit wawancara'),
    steps([
      { sign: '1', head: 'Menit 0–1: pembukaan', body: 'Tujuan, sukarela, tanpa nama' },
      { sign: '2', head: 'Menit 1–3: latar', body: 'Mengurus apa, dari mana, pernahkah' },
      { sign: '3', head: 'Menit 3–8: satu cerita nyata', body: 'Kejadian terakhir. Gali: lalu, contohnya, mengapa begitu', tone: 'care' },
      { sign: '4', head: 'Menit 8–10: penutup', body: 'Adakah yang seharusnya saya tanyakan?', tone: 'good' },
    ]),
  ),
  'timbang-syarat': figure(
    heading('Menimbang satu syarat'),
    steps([
      { sign: '?', head: 'Dipakai untuk keputusan?', body: 'Tidak: hapus', tone: 'care' },
      { sign: '?', head: 'Diwajibkan peraturan?', body: 'Tidak: boleh diganti. Tulis pasalnya bila ya', tone: 'care' },
      { sign: '?', head: 'Pemerintah sudah punya?', body: 'Ya: ambil lewat berbagi data', tone: 'care' },
      { sign: '?', head: 'Risikonya rendah?', body: 'Ya: cukup pernyataan, atau cukup ditunjukkan', tone: 'care' },
      { sign: '✓', head: 'Minta seperlunya', body: 'Jelaskan alasannya, beri contoh', tone: 'good' },
    ]),
  ),
  'formulir-lama': figure(
    heading('Formulir lama: 31 isian'),
    bars(
      [
        { label: 'Data diri: 4 dipakai dari 11', value: 4, tone: 'house', shown: '4/11' },
        { label: 'Kegiatan: 7 dipakai dari 8', value: 7, tone: 'good', shown: '7/8' },
        { label: 'Lampiran: 1 dipakai dari 7', value: 1, tone: 'danger', shown: '1/7' },
        { label: 'Untuk arsip: 0 dipakai dari 5', value: 0, tone: 'danger', shown: '0/5' },
      ],
      11,
    ),
    note('Dipakai berarti: dibaca untuk mengambil salah satu dari empat keputusan.'),
  ),
  'susunan-surat': figure(
    heading('Surat penolakan yang menolong'),
    steps([
      { head: 'Keputusan dan nomornya', body: 'Di baris pertama' },
      { head: 'Alasan yang nyata', body: 'Kejadian, bukan "ketidaksesuaian dokumen"' },
      { head: 'Yang perlu dilakukan', body: 'Apa, di mana, sampai kapan, zona waktunya' },
      { head: 'Nasib permohonan', body: 'Misalnya: urutan Anda tetap' },
      { head: 'Keberatan dan kontak', body: 'Kepada siapa, lewat mana', tone: 'good' },
    ]),
  ),
  kontras: figure(
    heading('Kontras adalah angka'),
    samples([
      { text: 'Kirim berkas', ink: '#aaaaaa', paper: '#ffffff', verdict: '2,3 : 1 gagal', tone: 'danger' },
      { text: 'Kirim berkas', ink: '#2f7a45', paper: '#ffffff', verdict: '5,3 : 1 cukup', tone: 'good' },
      { text: 'Kirim berkas', ink: '#ffffff', paper: '#0b5e6b', verdict: '7,4 : 1 cukup', tone: 'good' },
    ]),
    note('Batas: teks biasa 4,5 : 1, teks besar 3 : 1.'),
  ),
  'tangga-peluncuran': figure(
    heading('Naik bila syaratnya terpenuhi'),
    steps([
      { head: 'Uji dalam rumah, 2 pekan', body: 'Petugas dan lima warga, dengan data rekaan' },
      { head: 'Satu kecamatan, 6 pekan', body: 'Cara lama tetap dibuka, ada pendamping', tone: 'care' },
      { head: 'Meluas setiap pekan', body: 'Hanya bila angka syarat lulus tercapai', tone: 'good' },
    ]),
    cards([{ sign: '!', head: 'Satu orang berhak berkata berhenti', body: 'Namanya tertulis sebelum hari pertama', tone: 'danger' }]),
  ),
  'unsur-skm': figure(
    heading('Nilai per unsur (contoh)'),
    bars(
      [
        { label: 'Persyaratan', value: 3.2, shown: '3,2' },
        { label: 'Sistem dan prosedur', value: 3.2, shown: '3,2' },
        { label: 'Waktu penyelesaian', value: 2.8, tone: 'danger', shown: '2,8' },
        { label: 'Biaya atau tarif', value: 3.6, shown: '3,6' },
        { label: 'Produk pelayanan', value: 3.3, shown: '3,3' },
        { label: 'Kompetensi pelaksana', value: 3.4, shown: '3,4' },
        { label: 'Perilaku pelaksana', value: 3.6, shown: '3,6' },
        { label: 'Penanganan pengaduan', value: 2.6, tone: 'danger', shown: '2,6' },
        { label: 'Sarana dan prasarana', value: 3.1, shown: '3,1' },
      ],
      4,
    ),
    note('Rata-rata 3,2 × 25 = 80, mutu B. Dua unsur berada di bawah 3,0644.'),
  ),
  corong: figure(
    heading('Di mana orang berhenti? (contoh)'),
    bars(
      [
        { label: 'Memulai', value: 1000, shown: '1.000' },
        { label: 'Mengisi biodata', value: 950, shown: '950' },
        { label: 'Mengunggah berkas', value: 570, tone: 'danger', shown: '570' },
        { label: 'Mengirim permohonan', value: 560, shown: '560' },
      ],
      1000,
    ),
    note('Saat mengunggah hilang 380 dari 950 orang, yaitu 40%.'),
  ),
};
