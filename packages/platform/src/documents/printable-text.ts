import { readFileSync } from 'node:fs';
import { documentFonts } from './fonts.js';

/** Stands for a character that no document font can draw. */
const REPLACEMENT = '?';

/** Scripts that Typst draws with its built-in serif (Libertinus): Greek, Cyrillic, Hebrew letters. */
const FALLBACK_SCRIPTS = /[\u0370-\u03ff\u0400-\u04ff\u05d0-\u05ea]/u;

/** Controls, direction overrides, invisible joiners, variation selectors and tags: they print nothing, or lie about what is printed. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u034f\ufe00-\ufe0f]/gu;

let covered: Set<number> | undefined;

/**
 * Text as a document can print it: composed (NFC), one line, without invisible characters; emoji are left out and other letters
 * that no font has become "?". PDF/A refuses a document with a single missing glyph, so this runs before each rendering.
 */
export function printableText(text: string): string {
  covered ??= coverage();
  let printed = '';
  for (const character of text.normalize('NFC').replace(/\s+/gu, ' ').replace(INVISIBLE, '')) {
    if (covered.has(character.codePointAt(0) ?? 0) || FALLBACK_SCRIPTS.test(character)) printed += character;
    else if (!/[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u20e3]/u.test(character)) printed += REPLACEMENT;
  }
  return printed.replace(/ +/g, ' ').trim();
}

/** Every string within a JSON value made printable; the shape stays. */
export function printableData<T>(value: T): T {
  if (typeof value === 'string') return printableText(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => printableData(item)) as T;
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printableData(item as unknown)])) as T;
  }
  return value;
}

/** Code points that the regular face draws, from its character map (OpenType cmap, format 4). */
function coverage(): Set<number> {
  const font = readFileSync(documentFonts()[0] ?? '');
  const table = cmapTable(font);
  const found = new Set<number>();
  const segments = font.readUInt16BE(table + 6) / 2;
  for (let index = 0; index < segments; index += 1) {
    const last = font.readUInt16BE(table + 14 + 2 * index);
    const first = font.readUInt16BE(table + 16 + 2 * (segments + index));
    // The closing segment 0xFFFF maps to the missing glyph.
    for (let code = first; code <= last && code < 0xffff; code += 1) found.add(code);
  }
  return found;
}

function cmapTable(font: Buffer): number {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + 16 * index;
    if (font.toString('latin1', record, record + 4) !== 'cmap') continue;
    const cmap = font.readUInt32BE(record + 8);
    const table = cmap + font.readUInt32BE(cmap + 8);
    if (font.readUInt16BE(table) === 4) return table;
  }
  throw new Error('The document font has no character map of format 4');
}
