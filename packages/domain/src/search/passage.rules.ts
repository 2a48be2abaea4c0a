import type { Marked } from '@pamong/contract/search';

/** Letters around a hit: two lines of a card on a phone. */
const windowLength = 160;

/** Signs that PostgreSQL puts around hits; texts hold no control characters. */
export const hitStart = '\u0002';
export const hitEnd = '\u0003';

/**
 * The part of a text where most hits stand close together, cut between words.
 * @param stems beginnings of words (Indonesian stems stand within the words that they come from)
 */
export function passageAround(text: string, stems: readonly string[]): string {
  if (text.length <= windowLength) return text;
  const plain = text.toLowerCase();
  const hits = stems.flatMap((stem) => placesOf(plain, stem).map((at) => ({ at, stem }))).toSorted((a, b) => a.at - b.at);
  const [first] = hits;
  if (first === undefined) return cut(text, 0);
  let best = { at: first.at, until: first.at, different: 0, count: 0 };
  for (const [index, { at }] of hits.entries()) {
    const inside: typeof hits = [];
    for (let next = index; next < hits.length && (hits[next]?.at ?? 0) < at + windowLength - 30; next += 1) inside.push(hits[next] ?? first);
    const different = new Set(inside.map((hit) => hit.stem)).size;
    if (different > best.different || (different === best.different && inside.length > best.count)) {
      best = { at, until: inside.at(-1)?.at ?? at, different, count: inside.length };
    }
  }
  const free = windowLength - (best.until - best.at);
  const sentence = text.lastIndexOf('. ', best.at) + 1;
  // From where its sentence begins, if the hits are shown then; else with a part of what is free before them.
  return cut(text, best.at - sentence < free / 2 ? sentence : Math.max(0, best.at - Math.floor(free / 3)));
}

/** At most some hundred places a stem: a text that consists of one word must not take the square of its length. */
function placesOf(plain: string, stem: string): number[] {
  const places: number[] = [];
  if (stem === '') return places;
  for (let at = plain.indexOf(stem); at >= 0 && places.length < 120; at = plain.indexOf(stem, at + stem.length)) places.push(at);
  return places;
}

function cut(text: string, wanted: number): string {
  const from = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1;
  const rest = text.slice(from);
  if (rest.length <= windowLength) return `${from > 0 ? '… ' : ''}${rest}`;
  const until = rest.lastIndexOf(' ', windowLength);
  return `${from > 0 ? '… ' : ''}${rest.slice(0, until > 0 ? until : windowLength)} …`;
}

/**
 * Lays the hits of a highlighted copy over the text that it was made of.
 * @param text as it is shown
 * @param highlighted the same length of text between the signs of a hit, perhaps with other marks between words
 */
export function markedOf(text: string, highlighted: string): Marked {
  const parts: { text: string; hit: boolean }[] = [];
  let hit = false;
  let at = 0;
  const letters = [...highlighted];
  const shown = [...text];
  for (const letter of letters) {
    if (letter === hitStart || letter === hitEnd) {
      hit = letter === hitStart;
      continue;
    }
    const last = parts.at(-1);
    const own = shown[at] ?? '';
    if (last?.hit === hit) last.text += own;
    else parts.push({ text: own, hit });
    at += 1;
  }
  return at === shown.length ? parts : [{ text, hit: false }];
}
