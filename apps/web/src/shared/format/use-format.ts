import { useMemo } from 'react';
import { useLanguage } from '../i18n/use-language.js';
import * as dates from './dates.js';
import * as numbers from './numbers.js';
import { type Zone, deviceZone } from './zones.js';

/** Every formatter, bound to the language on the screen and to a zone (the device's unless a better one is known). */
export function useFormat(zone?: Zone) {
  const [language] = useLanguage();
  return useMemo(() => {
    const place = zone ?? deviceZone();
    return {
      date: (at: dates.Instant) => dates.formatDate(at, language, place),
      shortDate: (at: dates.Instant) => dates.formatShortDate(at, language, place),
      dateTime: (at: dates.Instant) => dates.formatDateTime(at, language, place),
      time: (at: dates.Instant, withSeconds = false) => dates.formatTime(at, language, place, withSeconds),
      clock: (at: dates.Instant, withSeconds = false) => dates.clock(at, language, place, withSeconds),
      relativeDay: (at: dates.Instant, now?: dates.Instant) => dates.formatRelativeDay(at, language, place, now),
      number: (value: number, decimals?: number) => numbers.formatNumber(value, language, decimals),
      percent: (share: number) => numbers.formatPercent(share, language),
      duration: (seconds: number) => numbers.formatDuration(seconds, language),
      position: (seconds: number) => numbers.formatPosition(seconds, language),
      size: (bytes: number) => numbers.formatSize(bytes, language),
      jp: (jp: number) => numbers.formatJp(jp, language),
    };
  }, [language, zone]);
}
