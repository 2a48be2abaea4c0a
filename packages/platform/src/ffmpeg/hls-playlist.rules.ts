import type { Rendition } from './renditions.rules.js';

export interface HlsSegment {
  name: string;
  seconds: number;
}

/** A finished rendition as its playlist and its files describe it. */
export interface FinishedRendition extends Rendition {
  /** RFC 6381 codecs, for the master playlist: `avc1.4d401e,mp4a.40.2`. */
  codecs: string;
  seconds: number;
  bytes: number;
  /** The highest rate of a single segment in bits per second (BANDWIDTH of RFC 8216). */
  peakBitrate: number;
}

/** Reads the segments of a media playlist that ffmpeg wrote. `complete` is true when the playlist says that it has ended. */
export function parseMediaPlaylist(text: string): { segments: HlsSegment[]; complete: boolean } {
  const segments: HlsSegment[] = [];
  let seconds = 0;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#EXTINF:')) seconds = Number.parseFloat(line.slice('#EXTINF:'.length));
    else if (line !== '' && !line.startsWith('#')) segments.push({ name: line, seconds });
  }
  return { segments, complete: text.includes('#EXT-X-ENDLIST') };
}

/**
 * The master playlist, lowest size first, so that a player begins with the cheapest picture.
 * Written by us because the bundled ffmpeg of 2018 crashes when it is asked to.
 */
export function masterPlaylist(renditions: readonly FinishedRendition[]): string {
  const lines = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS'];
  for (const one of [...renditions].sort((a, b) => a.shortSide - b.shortSide)) {
    const average = Math.round((one.bytes * 8) / Math.max(one.seconds, 1));
    lines.push(
      `#EXT-X-STREAM-INF:BANDWIDTH=${one.peakBitrate},AVERAGE-BANDWIDTH=${average},CODECS="${one.codecs}",RESOLUTION=${one.width}x${one.height}`,
      `${one.name}/index.m3u8`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** The video codec string of an initialisation segment, read from the three bytes behind `avcC`; null when there is none. */
export function avcCodec(init: Buffer): string | null {
  const at = init.indexOf('avcC', 0, 'latin1');
  if (at < 0 || init.length < at + 8) return null;
  return `avc1.${init.toString('hex', at + 5, at + 8)}`;
}
