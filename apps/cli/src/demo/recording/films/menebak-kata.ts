import {
  ACCENT,
  ACCENT_INK,
  ACCENT_SOFT,
  DANGER,
  DANGER_SOFT,
  HEIGHT,
  INK,
  PRIMARY,
  PRIMARY_SOFT,
  SOFT,
  WIDTH,
  bars,
  box,
  ease,
  mark,
  pieces,
  rise,
  text,
} from '../drawing.js';
import type { Scene } from '../scene.js';

const MIDDLE = WIDTH / 2;

const opening: Scene = {
  title: 'Pembuka',
  seconds: 12,
  captions: [
    [0.5, 5.5, 'Menebak kata berikutnya: bagaimana AI generatif menyusun kalimat.'],
    [6, 11.5, 'Rekaman ini tanpa narator. Semua penjelasan ada pada gambar dan takarir.'],
  ],
  draw: (t) => {
    const path = Array.from({ length: 7 }, (_, i) => {
      const share = ease(t, 0.4 + i * 0.22, 0.8);
      const height = (24 + i * 20) * share;
      return box(150 + i * 145, 600 - height, 110, height, { fill: i === 6 ? ACCENT : PRIMARY_SOFT, stroke: 'none', radius: 10 });
    }).join('');
    return (
      path +
      rise(t, 0.3, mark(MIDDLE - 44, 110, 88)) +
      rise(t, 0.8, text(MIDDLE, 290, 'Menebak kata berikutnya', { size: 68, weight: 800, anchor: 'middle' })) +
      rise(t, 1.8, text(MIDDLE, 348, 'Bagaimana AI generatif menyusun kalimat', { size: 32, anchor: 'middle', fill: SOFT })) +
      rise(t, 5.8, box(MIDDLE - 270, 386, 540, 56, { fill: '#ffffff', radius: 28 }) + text(MIDDLE, 423, 'Tanpa narator, lengkap dengan takarir', { size: 24, weight: 600, anchor: 'middle', fill: PRIMARY }))
    );
  },
};

const guessing: Scene = {
  title: 'Anda pun menebak',
  seconds: 26,
  captions: [
    [0.5, 6, 'Lanjutkan kalimat penutup surat ini dalam hati.'],
    [6.5, 12.5, 'Hampir semua pegawai menjawab: terima kasih.'],
    [13, 19, 'Anda tidak perlu tahu isi suratnya. Anda sudah membaca ratusan surat serupa.'],
    [19.5, 25.5, 'Kata yang paling sering muncul di tempat itu terasa paling mungkin.'],
  ],
  draw: (t) => {
    const blank = t > 7.5 ? { words: 'terima kasih', fill: ACCENT_INK, weight: 800, opacity: ease(t, 7.5) } : { words: '…', opacity: 0.4 + 0.6 * Math.abs(Math.sin(t * 2.2)) };
    return (
      rise(t, 0.3, text(110, 170, 'Lanjutkan kalimat ini:', { size: 30, fill: SOFT })) +
      rise(t, 0.9, box(100, 200, 1080, 130) + text(140, 254, 'Demikian surat ini kami sampaikan. Atas perhatian', { size: 36, weight: 600 }) + pieces(140, 304, [{ words: 'dan kerja samanya kami ucapkan ' }, blank], { size: 36 })) +
      bars(t, 6.6, 140, 364, 1000, [
        { word: 'terima kasih', chance: 91, look: 'chosen' },
        { word: 'penghargaan', chance: 6 },
        { word: 'maaf', chance: 2 },
        { word: 'selamat', chance: 1 },
      ]) +
      rise(t, 14, text(1140, 640, 'Angka contoh', { size: 20, anchor: 'end', fill: SOFT }))
    );
  },
};

const learning: Scene = {
  title: 'Dari mana tebakan itu',
  seconds: 28,
  captions: [
    [0.5, 6.5, 'Alat AI dilatih dengan sangat banyak teks: buku, berita, laman, dan percakapan.'],
    [7, 13.5, 'Teks ditunjukkan sepotong demi sepotong, lalu alat diminta menebak potongan berikutnya.'],
    [14, 20.5, 'Bila tebakannya meleset, angka di dalamnya digeser sedikit. Ini diulang miliaran kali.'],
    [21, 27.5, 'Yang tersimpan bukan salinan teksnya, melainkan pola: kata mana yang biasa berdekatan.'],
  ],
  draw: (t) => {
    const sources = ['Buku', 'Berita', 'Laman', 'Percakapan'].map((name, i) => {
      const y = 170 + i * 104;
      return rise(t, 0.4 + i * 0.5, box(100, y, 282, 80) + text(132, y + 51, name, { size: 30, weight: 600 }) + [0, 1, 2].map((k) => box(318, y + 24 + k * 14, 40 - k * 8, 5, { fill: PRIMARY_SOFT, stroke: 'none', radius: 2 })).join(''));
    });
    const crumbs = Array.from({ length: 16 }, (_, i) => {
      const share = ((t - 5) * 0.35 + i / 16) % 1;
      if (t < 5) return '';
      const row = i % 4;
      const x = 380 + share * 190;
      const y = 210 + row * 104 + (380 - 210 - row * 104) * share;
      return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="7" fill="${i % 5 === 0 ? ACCENT : PRIMARY}" opacity="${(Math.sin(share * Math.PI) * ease(t, 5)).toFixed(2)}"/>`;
    }).join('');
    const turn = ease(t, 13.5) * (t - 13.5) * 40;
    const ring = `<g transform="rotate(${turn.toFixed(1)} 680 380)"><circle cx="680" cy="380" r="112" fill="none" stroke="${ACCENT}" stroke-width="6" stroke-dasharray="150 84" opacity="${ease(t, 13.5).toFixed(2)}"/></g>`;
    const steps: [number, string][] = [
      [7, '1. Lihat sepotong teks'],
      [9.5, '2. Tebak lanjutannya'],
      [14, '3. Meleset? Geser sedikit'],
      [17, '4. Ulangi miliaran kali'],
    ];
    return (
      sources.join('') +
      crumbs +
      rise(t, 4.4, `<circle cx="680" cy="380" r="92" fill="${PRIMARY}"/>${text(680, 374, 'Mencari', { size: 28, weight: 700, fill: '#ffffff', anchor: 'middle' })}${text(680, 408, 'pola', { size: 28, weight: 700, fill: '#ffffff', anchor: 'middle' })}`) +
      ring +
      steps.map(([from, words], i) => rise(t, from, text(840, 250 + i * 62, words, { size: 30, weight: 600 }))).join('') +
      rise(t, 21, box(830, 500, 350, 92, { fill: ACCENT_SOFT, stroke: 'none' }) + text(1005, 540, 'Bukan salinan teks,', { size: 26, weight: 700, anchor: 'middle', fill: ACCENT_INK }) + text(1005, 574, 'melainkan pola', { size: 26, weight: 700, anchor: 'middle', fill: ACCENT_INK }))
    );
  },
};

const WORDS = ['Posyandu', ' bulan', ' ini', ' dibuka', ' pada', ' hari', ' Selasa'];
const CHOICES = ['Posyandu · Puskesmas · Layanan', 'bulan · Melati · pekan', 'ini · depan · Juni', 'dibuka · diadakan · pindah', 'pada · kembali · untuk', 'hari · pukul · tanggal', 'Selasa · Rabu · Senin'];

const oneByOne: Scene = {
  title: 'Satu kata demi satu kata',
  seconds: 30,
  captions: [
    [0.5, 6, 'Jawaban disusun satu kata demi satu kata.'],
    [6.5, 13.5, 'Setiap kata yang terpilih ikut menjadi bahan untuk menebak kata sesudahnya.'],
    [14, 21.5, 'Ada sedikit unsur acak, sehingga pertanyaan yang sama dapat dijawab berbeda.'],
    [22, 29.5, 'Perhatikan kata terakhir. Selasa hanya mungkin; jadwal yang benar ada pada petugas.'],
  ],
  draw: (t) => {
    const step = (t - 2) / 2.4;
    const written = WORDS.map((words, i) => ({ words, opacity: ease(step, i, 0.35), fill: i === 6 && t > 22 ? DANGER : INK, weight: 700 }));
    const now = Math.min(6, Math.max(0, Math.floor(step)));
    const choices = (CHOICES[now] ?? '').split(' · ');
    return (
      rise(t, 0.3, text(110, 170, 'Tulislah pengumuman posyandu.', { size: 30, fill: SOFT })) +
      rise(t, 0.8, box(100, 200, 1080, 112) + pieces(140, 270, written, { size: 40 })) +
      rise(t, 1.6, text(140, 372, t > 20 ? 'Calon kata terakhir' : `Calon kata ke-${now + 1}`, { size: 26, weight: 600, fill: SOFT })) +
      choices
        .map((word, i) => {
          const x = 140 + i * 330;
          const first = i === 0;
          return rise(step - now, t < 2 ? 2 : -1, box(x, 392, 310, 78, { fill: first ? ACCENT_SOFT : '#ffffff', stroke: first ? ACCENT : '#e5e1d6' }) + text(x + 155, 442, word, { size: 30, weight: first ? 700 : 500, anchor: 'middle', fill: first ? ACCENT_INK : SOFT }));
        })
        .join('') +
      rise(t, 14.5, text(140, 540, 'Sedikit unsur acak: pagi ini Selasa, sore nanti mungkin Rabu.', { size: 28, weight: 600, fill: PRIMARY })) +
      rise(t, 22.5, box(140, 566, 700, 62, { fill: DANGER_SOFT, stroke: 'none' }) + text(172, 607, 'Tebakan. Tanyakan jadwalnya kepada petugas.', { size: 27, weight: 700, fill: DANGER }))
    );
  },
};

const context: Scene = {
  title: 'Kata di sekitarnya mengubah tebakan',
  seconds: 24,
  captions: [
    [0.5, 7, 'Kata "bisa" dapat berarti racun, dapat pula berarti mampu.'],
    [7.5, 15, 'Kata-kata di sekitarnya, yaitu konteks, mengarahkan tebakan.'],
    [15.5, 23.5, 'Karena itu perintah yang jelas dan lengkap menghasilkan jawaban yang lebih baik.'],
  ],
  draw: (t) => {
    const lane = (y: number, from: number, start: string, end: readonly string[], colour: string, soft: string) =>
      rise(t, from, box(100, y, 1080, 170) + pieces(140, y + 60, [{ words: start }, { words: ' bisa', fill: colour, weight: 800 }, { words: ' …' }], { size: 38 })) +
      end
        .map((word, i) => rise(t, from + 1.6 + i * 0.5, box(140 + i * 320, y + 88, 300, 58, { fill: i === 0 ? soft : '#ffffff' }) + text(290 + i * 320, y + 126, word, { size: 26, weight: i === 0 ? 700 : 500, anchor: 'middle', fill: i === 0 ? colour : SOFT })))
        .join('');
    return (
      lane(170, 0.5, 'Ular sawah itu tidak punya', ['yang mematikan', 'seperti kobra', 'berbahaya'], DANGER, DANGER_SOFT) +
      lane(366, 3, 'Warga yang sakit kini', ['berobat gratis', 'mendaftar daring', 'antre dari rumah'], PRIMARY, PRIMARY_SOFT) +
      rise(t, 15, text(MIDDLE, 606, 'Konteks yang jelas, tebakan yang lebih tepat', { size: 34, weight: 800, anchor: 'middle', fill: ACCENT_INK }))
    );
  },
};

const fluent: Scene = {
  title: 'Lancar belum tentu benar',
  seconds: 28,
  captions: [
    [0.5, 7, 'Anda bertanya: apa dasar hukum kegiatan ini?'],
    [7.5, 14, 'Alat menulis nomor peraturan dengan yakin, karena bentuknya lazim.'],
    [14.5, 21, 'Alat tidak membuka lembaran negara. Nomor itu dapat saja tidak pernah ada.'],
    [21.5, 27.5, 'Karangan yang terdengar meyakinkan disebut halusinasi.'],
  ],
  draw: (t) => {
    const answer = 'Dasarnya Peraturan Wali Kota Nomor 00 Tahun 0000 tentang …';
    const shown = answer.slice(0, Math.floor(Math.max(0, (t - 6.5) * 14)));
    const stamp = ease(t, 15, 0.4);
    return (
      rise(t, 0.4, box(420, 160, 760, 84, { fill: PRIMARY, stroke: 'none', radius: 22 }) + text(460, 212, 'Apa dasar hukum kegiatan posyandu kita?', { size: 32, weight: 600, fill: '#ffffff' })) +
      rise(t, 5.8, box(100, 276, 1080, 96, { radius: 22 }) + text(140, 335, shown, { size: 32, weight: 600 })) +
      (stamp === 0 ? '' : `<g opacity="${stamp.toFixed(2)}" transform="rotate(-4 820 420)">${box(560, 394, 520, 78, { fill: DANGER_SOFT, stroke: DANGER, thickness: 4 })}${text(820, 445, 'Belum tentu ada', { size: 36, weight: 800, anchor: 'middle', fill: DANGER })}</g>`) +
      rise(t, 17, text(140, 540, 'Yang diperiksa alat:', { size: 26, fill: SOFT }) + text(140, 584, 'lazimkah susunannya?', { size: 34, weight: 700 })) +
      rise(t, 19, text(680, 540, 'Yang perlu Anda periksa:', { size: 26, fill: SOFT }) + text(680, 584, 'benarkah isinya?', { size: 34, weight: 700, fill: PRIMARY }))
    );
  },
};

const RULES: readonly [string, string][] = [
  ['Periksa faktanya', 'Nomor, tanggal, nama, dan angka dicocokkan ke sumber resmi'],
  ['Jaga rahasianya', 'Data pribadi dan dokumen terbatas tidak ditempel ke alat umum'],
  ['Anda yang memutuskan', 'Alat menata kata, tanggung jawab tetap pada Anda'],
];

const holding: Scene = {
  title: 'Tiga pegangan',
  seconds: 24,
  captions: [
    [0.5, 7, 'Pegangan pertama: periksa setiap fakta ke sumber resmi.'],
    [7.5, 14, 'Kedua: jangan menempelkan data pribadi atau dokumen terbatas ke alat umum.'],
    [14.5, 23.5, 'Ketiga: keputusan dan tanggung jawab tetap pada Anda.'],
  ],
  draw: (t) =>
    RULES.map(([title, detail], i) => {
      const y = 160 + i * 150;
      const from = 0.5 + i * 6.8;
      return rise(
        t,
        from,
        box(100, y, 1080, 126) +
          `<circle cx="172" cy="${y + 63}" r="34" fill="${t > from + 1 ? ACCENT : PRIMARY_SOFT}"/>` +
          text(172, y + 74, `${i + 1}`, { size: 32, weight: 800, anchor: 'middle' }) +
          text(240, y + 56, title, { size: 36, weight: 800 }) +
          text(240, y + 96, detail, { size: 25, fill: SOFT }),
      );
    }).join(''),
};

const closing: Scene = {
  title: 'Ringkasan',
  seconds: 14,
  captions: [
    [0.5, 7, 'AI generatif menebak kata berikutnya dari pola, bukan mencari kebenaran.'],
    [7.5, 13.5, 'Serahkan bentuknya kepada alat, pegang sendiri faktanya. Selamat melanjutkan.'],
  ],
  draw: (t) =>
    rise(t, 0.4, text(MIDDLE, 270, 'AI generatif menebak kata berikutnya.', { size: 48, weight: 800, anchor: 'middle' })) +
    rise(t, 3, text(MIDDLE, 346, 'Serahkan bentuknya kepada alat,', { size: 36, anchor: 'middle', fill: SOFT })) +
    rise(t, 4.2, text(MIDDLE, 398, 'pegang sendiri faktanya.', { size: 36, weight: 700, anchor: 'middle', fill: PRIMARY })) +
    rise(t, 6.5, mark(MIDDLE - 30, HEIGHT - 250, 60) + text(MIDDLE, HEIGHT - 150, 'Pamong', { size: 30, weight: 800, anchor: 'middle' })),
};

/** AI-101: how a language model guesses. */
export const guessingTheNextWord: readonly Scene[] = [opening, guessing, learning, oneByOne, context, fluent, holding, closing];
