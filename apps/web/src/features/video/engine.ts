import type videojs from 'video.js';

export type Videojs = typeof videojs;
export type VideojsPlayer = ReturnType<Videojs>;

/** Safari plays HLS by itself and better than any script. Others claim to at times, and then stumble over jumps. */
const playsHlsItself = (): boolean => /Apple/.test(navigator.vendor) && document.createElement('video').canPlayType('application/vnd.apple.mpegurl') !== '';

let loading: Promise<Videojs> | undefined;

/** Loads video.js on first use: its core (76 kB) where the browser plays HLS, core and HLS engine (205 kB) elsewhere. */
export function loadEngine(): Promise<Videojs> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Videojs> {
  // The content security policy refuses style elements that scripts write; our stylesheet has what they would say.
  Object.assign(window, { VIDEOJS_NO_DYNAMIC_STYLE: true });
  const [engine] = await Promise.all([
    playsHlsItself() ? import('video.js/core.es.js') : import('video.js'),
    import('./player-style.js'),
  ]);
  engine.default.addLanguage('id', indonesian);
  return engine.default;
}

/** video.js has no Indonesian of its own. */
const indonesian = {
  'Play': 'Putar',
  'Pause': 'Jeda',
  'Replay': 'Putar ulang',
  'Current Time': 'Waktu sekarang',
  'Duration': 'Lama',
  'Remaining Time': 'Sisa waktu',
  'Loaded': 'Termuat',
  'Progress': 'Kemajuan',
  'Progress Bar': 'Bilah kemajuan',
  'progress bar timing: currentTime={1} duration={2}': '{1} dari {2}',
  'Fullscreen': 'Layar penuh',
  'Exit Fullscreen': 'Keluar dari layar penuh',
  'Mute': 'Matikan suara',
  'Unmute': 'Nyalakan suara',
  'Volume Level': 'Kekuatan suara',
  'Playback Rate': 'Kecepatan',
  'Subtitles': 'Takarir',
  'subtitles off': 'takarir mati',
  'Captions': 'Takarir',
  'captions off': 'takarir mati',
  'captions settings': 'pengaturan takarir',
  'subtitles settings': 'pengaturan takarir',
  'Picture-in-Picture': 'Gambar dalam gambar',
  'Exit Picture-in-Picture': 'Keluar dari gambar dalam gambar',
  'Skip forward {1} seconds': 'Maju {1} detik',
  'Skip backward {1} seconds': 'Mundur {1} detik',
  'Video Player': 'Pemutar video',
  'Audio Player': 'Pemutar audio',
  'Close': 'Tutup',
  'Close Modal Dialog': 'Tutup jendela',
  'Modal Window': 'Jendela',
  'This is a modal window. This modal can be closed by pressing the Escape key or activating the close button.': 'Jendela ini dapat ditutup dengan tombol Esc atau tombol tutup.',
  'The media could not be loaded, either because the server or network failed or because the format is not supported.': 'Rekaman belum dapat dimuat. Periksa sambungan Anda, lalu coba lagi.',
  'A network error caused the media download to fail part-way.': 'Sambungan terputus di tengah jalan.',
  'No compatible source was found for this media.': 'Peramban ini tidak dapat memutar rekaman ini.',
};
