export type Daytime = 'morning' | 'midday' | 'afternoon' | 'evening';

/**
 * Part of the day as Indonesian greetings divide it: pagi until 11, siang until 15, sore until 18, then malam.
 * @param zone IANA name of the person's zone
 */
export function daytimeAt(now: Date, zone: string): Daytime {
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format(now));
  if (hour >= 3 && hour < 11) return 'morning';
  if (hour >= 11 && hour < 15) return 'midday';
  return hour >= 15 && hour < 18 ? 'afternoon' : 'evening';
}
