import type { Language } from '../i18n/i18n.js';

const LOCALE: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

/** `1.234,5` in Indonesian, `1,234.5` in English; at most one decimal unless told. */
export function formatNumber(value: number, language: Language, decimals = 1): string {
  return new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: decimals }).format(value);
}

/** `87,5%` from the share 0.875 (0 to 1). Never rounds up to 100% what is not complete. */
export function formatPercent(share: number, language: Language): string {
  const capped = share < 1 ? Math.min(share, 0.999) : share;
  return `${formatNumber(capped * 100, language)}%`;
}

/** `24 menit`, `1 jam 30 menit`, `45 detik` from seconds. */
export function formatDuration(seconds: number, language: Language): string {
  const words = language === 'id' ? ['jam', 'menit', 'detik'] : ['hr', 'min', 'sec'];
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} ${words[2]}`;
  const minutes = Math.round(whole / 60);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours ? `${hours} ${words[0]}` : '', rest ? `${rest} ${words[1]}` : ''].filter(Boolean).join(' ');
}

/** `2.05`, `1.02.05`: a place in a video, from seconds. English writes colons. */
export function formatPosition(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = hours ? [String(hours), two(minutes), two(rest)] : [String(minutes), two(rest)];
  return clock.join(language === 'id' ? '.' : ':');
}

/** `12,4 MB` from bytes (1 MB is 1,000,000 bytes, as on a phone's quota). */
export function formatSize(bytes: number, language: Language): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1_000, language, 0)} kB`;
  if (bytes < 1_000_000_000) return `${formatNumber(bytes / 1_000_000, language)} MB`;
  return `${formatNumber(bytes / 1_000_000_000, language)} GB`;
}

/** `4 JP`, `2,5 JP`: lesson hours of 45 minutes. */
export function formatJp(jp: number, language: Language): string {
  return `${formatNumber(jp, language, 2)} JP`;
}
