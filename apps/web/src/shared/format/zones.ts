/** Indonesia's three zones; none has summer time. */
export const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
export type Zone = (typeof ZONES)[number];

const LABELS: Record<Zone, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' };

/** The everyday name of a zone: WIB, WITA or WIT. */
export function zoneLabel(zone: Zone): string {
  return LABELS[zone];
}

/** The zone of this device if it is Indonesian, else Jakarta's (the API's answers may name a better one: the agency's). */
export function deviceZone(): Zone {
  return toZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** Maps any IANA name onto one of the three; older names of the same places included. */
export function toZone(name: string | null | undefined): Zone {
  if (name === 'Asia/Makassar' || name === 'Asia/Ujung_Pandang') return 'Asia/Makassar';
  if (name === 'Asia/Jayapura') return 'Asia/Jayapura';
  return 'Asia/Jakarta';
}
