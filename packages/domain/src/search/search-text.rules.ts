/** A caption, as WebVTT writes it. */
interface Cue {
  readonly second: number;
  readonly words: string;
}

/** Part of a recording's text: where it begins, in whole seconds, and what is said there. */
export interface SpokenPassage {
  readonly second: number;
  readonly text: string;
}

/** Seconds of captions that are found together: long enough for a sentence, short enough to jump to. */
const passageSeconds = 30;

const blocks = /<\/?(?:p|br|hr|h[1-6]|ul|ol|li|table|caption|thead|tbody|tr|th|td|figure|figcaption|details|summary|blockquote|pre|div|section|aside)\b[^<>]*>/gi;
const pictures = /<img\b[^<>]*?\balt="([^"]*)"[^<>]*>/gi;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
// Control characters would pass for the signs around a hit.
const unprintable = /[\p{Cc}\p{Cf}]/gu;

/** The words of clean HTML, with the alternative texts of its pictures. */
export function textOfHtml(html: string): string {
  const bare = html.replace(pictures, ' $1 ').replace(blocks, ' ').replace(/<[^<>]*>/g, '');
  return oneLine(bare.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? ' '));
}

/** Text on one line, without what cannot be seen. */
export function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').replace(unprintable, '').trim();
}

/** Groups WebVTT captions into passages of about half a minute, each beginning where its first caption does. */
export function passagesOfCaptions(vtt: string): SpokenPassage[] {
  const passages: { second: number; words: string[] }[] = [];
  for (const cue of cuesOf(vtt)) {
    const open = passages.at(-1);
    if (open === undefined || cue.second >= open.second + passageSeconds) passages.push({ second: cue.second, words: [cue.words] });
    else open.words.push(cue.words);
  }
  return passages.map(({ second, words }) => ({ second, text: oneLine(words.join(' ')) })).filter(({ text }) => text !== '');
}

function* cuesOf(vtt: string): Generator<Cue> {
  for (const block of vtt.split(/\r?\n\r?\n/)) {
    const lines = block.split(/\r?\n/);
    const at = lines.findIndex((line) => line.includes('-->'));
    const time = /^(?:(\d+):)?(\d{2}):(\d{2})/.exec((lines[at] ?? '').trim());
    if (time === null) continue;
    const [hours, minutes, seconds] = [time[1] ?? 0, time[2], time[3]].map(Number) as [number, number, number];
    yield { second: hours * 3600 + minutes * 60 + seconds, words: textOfHtml(lines.slice(at + 1).join(' ')) };
  }
}

/** The words of a text as people type them: small letters, no accents, in order. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Distinct words that a slip of the pen could have meant; numbers and very short or long ones are none. */
export function vocabularyOf(texts: readonly string[]): string[] {
  const all = new Set(texts.flatMap(wordsOf));
  return [...all].filter((word) => word.length >= 3 && word.length <= 40 && !/^\p{N}+$/u.test(word)).toSorted();
}
