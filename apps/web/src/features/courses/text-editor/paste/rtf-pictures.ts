/** Most pictures that a paste may bring along. */
const most = 200;

/**
 * Pictures inside the rich text that Word puts beside its HTML, in their order. The HTML names files of the author's disk, which no page may
 * read; the same pictures stand here in hexadecimal digits.
 * @returns data addresses; an empty string for a picture of a kind that browsers do not show
 */
export function rtfPictures(rtf: string): string[] {
  const found: string[] = [];
  // Word writes each picture twice, the second time for old programs.
  const plain = rtf.replaceAll(/\{\\nonshppict/g, '{\\old');
  for (let at = plain.indexOf('\\pict'); at !== -1 && found.length < most; at = plain.indexOf('\\pict', at + 5)) {
    if (plain.slice(Math.max(0, at - 12), at).includes('\\old')) continue;
    const head = plain.slice(at, at + 1_500);
    const kind = /\\(png|jpeg)blip/.exec(head)?.[1];
    const digits = kind === undefined ? '' : (/(?:[0-9a-f]{2}[\r\n]*){32,}/i.exec(plain.slice(at, endOf(plain, at)).replaceAll(/\{[^{}]*\}/g, ''))?.[0] ?? '').replaceAll(/[\r\n]/g, '');
    found.push(digits === '' ? '' : `data:image/${kind ?? ''};base64,${toBase64(digits)}`);
  }
  return found;
}

/** Where the group that holds a position ends. */
function endOf(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 123) depth += 1;
    if (sign === 125) depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function toBase64(digits: string): string {
  let bytes = '';
  for (let at = 0; at + 1 < digits.length; at += 2) bytes += String.fromCharCode(Number.parseInt(digits.slice(at, at + 2), 16));
  return btoa(bytes);
}
