import { setImmediate as breath } from 'node:timers/promises';
import type { SheetCell, SheetLimits, SheetRow } from './sheet.js';
import { RowCollector, SpreadsheetFault } from './sheet.js';

const delimiters = [';', ',', '\t', '|'] as const;

/**
 * Rows of a text file with separated values: UTF-8 with or without its mark, UTF-16 with one, else Windows-1252; semicolon, comma,
 * tab or bar, whichever divides the first lines best.
 * @throws SpreadsheetFault
 */
export async function readCsv(file: Uint8Array, limits: SheetLimits): Promise<SheetRow[]> {
  const text = decode(file);
  const announced = /^sep=(.)\r?\n/i.exec(text);
  const body = announced === null ? text : text.slice(announced[0].length);
  const collected = new RowCollector(limits);
  let handled = 0;
  for (const { row, fields } of records(body, announced?.[1] ?? bestDelimiter(body))) {
    collected.add(row + (announced === null ? 0 : 1), fields.map(cellOf));
    handled += 1;
    if (handled % 2_000 === 0) await breath();
  }
  return collected.rows;
}

/** @throws SpreadsheetFault NOT_A_SPREADSHEET for bytes that are no text in any of the encodings */
export function decode(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const plain = a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes;
  if (plain.subarray(0, 4_096).includes(0)) throw new SpreadsheetFault('NOT_A_SPREADSHEET');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    return new TextDecoder('windows-1252').decode(plain);
  }
}

/** The one that occurs most evenly outside of quotes in the first lines. */
export function bestDelimiter(text: string): string {
  const lines = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '').split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, 10);
  let best: { delimiter: string; score: number } = { delimiter: ';', score: 0 };
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const score = Math.min(...counts) * 1_000 + (counts[0] ?? 0);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Splits by RFC 4180: quotes may hold delimiters, line ends and doubled quotes. `row` is the line where the record begins. */
export function* records(text: string, delimiter: string): Generator<{ row: number; fields: string[] }> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const fields: string[] = [];
    const row = line;
    for (let ended = false; !ended; ) {
      let value: string;
      if (text[at] === '"') {
        const { content, next } = quoted(text, at);
        value = content;
        line += content.split('\n').length - 1;
        // What stands between the closing quote and the delimiter belongs to the value as well.
        const end = fieldEnd(text, next, delimiter);
        value += text.slice(next, end);
        at = end;
      } else {
        const end = fieldEnd(text, at, delimiter);
        value = text.slice(at, end);
        at = end;
      }
      fields.push(value);
      if (text[at] === delimiter) at += 1;
      else ended = true;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    line += 1;
    yield { row, fields };
  }
}

function quoted(text: string, start: number): { content: string; next: number } {
  let content = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { content: content + text.slice(at), next: text.length };
    content += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { content, next: quote + 1 };
    content += '"';
    at = quote + 2;
  }
}

function fieldEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** An apostrophe before a sign that begins formulas is how exports make such a value harmless; it is no part of the value. */
function cellOf(value: string): SheetCell {
  return { text: value.replace(/[\s\u00a0]+/g, ' ').trim().replace(/^'(?=[=+\-@])/, ''), kind: 'text' };
}
