/** One caption, in milliseconds of the recording. */
interface Cue {
  from: number;
  until: number;
  words: string;
}

const TIMES = /^(?:(\d{1,3}):)?(\d{2}):(\d{2})[.,](\d{3})\s+-->\s+(?:(\d{1,3}):)?(\d{2}):(\d{2})[.,](\d{3})/;
const MAX_CUES = 20_000;

/**
 * Reads WebVTT or SRT as people have it (with a byte order mark, Windows line ends, styles, positions) and writes plain WebVTT
 * with nothing in it but times and text. Null when it holds no caption or one that ends before it begins.
 */
export function cleanCaptions(text: string): { vtt: string; cues: number } | null {
  const cues: Cue[] = [];
  for (const block of text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    const at = lines.findIndex((line) => line.includes('-->'));
    if (at < 0) continue;
    const times = TIMES.exec((lines[at] ?? '').trim());
    if (!times) return null;
    const [from, until] = [milliseconds(times, 1), milliseconds(times, 5)];
    if (until <= from) return null;
    const words = lines.slice(at + 1).map(plain).filter((line) => line !== '').join('\n');
    if (words !== '') cues.push({ from, until, words });
  }
  if (cues.length === 0 || cues.length > MAX_CUES) return null;
  cues.sort((a, b) => a.from - b.from);
  const body = cues.map((cue) => `${stamp(cue.from)} --> ${stamp(cue.until)}\n${cue.words}`);
  return { vtt: `WEBVTT\n\n${body.join('\n\n')}\n`, cues: cues.length };
}

/** Tags (a second `<` begins anew: looking for the end from each would take the square of the length) go, and what is left is text: `-->` would begin a new caption, `&` and `<` are escaped as WebVTT asks. */
function plain(line: string): string {
  const unescaped = line.replace(/<[^<>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&nbsp;/g, ' ').replace(/&amp;/g, '&');
  return unescaped.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').trim();
}

function milliseconds(times: RegExpExecArray, at: number): number {
  const [hours, minutes, seconds, rest] = [0, 1, 2, 3].map((i) => Number(times[at + i] ?? 0)) as [number, number, number, number];
  return ((hours * 60 + minutes) * 60 + seconds) * 1_000 + rest;
}

function stamp(value: number): string {
  const pad = (number: number, length: number) => String(number).padStart(length, '0');
  const seconds = Math.floor(value / 1_000);
  return `${pad(Math.floor(seconds / 3_600), 2)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}.${pad(value % 1_000, 3)}`;
}
