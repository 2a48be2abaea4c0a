/** A mail as the recipient would read it. */
export interface CaughtMail {
  /** Addresses of the envelope. */
  readonly to: readonly string[];
  readonly subject: string;
  /** Lower-case names; encoded words decoded. */
  readonly headers: ReadonlyMap<string, string>;
  /** The plain text part; empty if there is none. */
  readonly text: string;
  /** The HTML part; empty if there is none. */
  readonly html: string;
}

/**
 * Reads the mails that nodemailer writes: nested multiparts, quoted-printable and base64, UTF-8.
 * @param raw one character per byte
 */
export function parseMail(raw: string, to: readonly string[]): CaughtMail {
  const parts = leaves(raw);
  const headers = headersOf(raw);
  const body = (type: string) => parts.find((part) => part.type === type)?.body ?? '';
  return { to, headers, subject: headers.get('subject') ?? '', text: body('text/plain'), html: body('text/html') };
}

function leaves(raw: string): { type: string; body: string }[] {
  const headers = headersOf(raw);
  const type = headers.get('content-type') ?? 'text/plain';
  const content = raw.slice(raw.search(/\r?\n\r?\n/)).replace(/^\r?\n\r?\n/, '');
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary !== undefined) {
    return content
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap((part) => leaves(part.replace(/^\r?\n/, '')));
  }
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? '7bit';
  return [{ type: (type.split(';')[0] ?? '').trim().toLowerCase(), body: decode(content, encoding) }];
}

function headersOf(raw: string): Map<string, string> {
  const head = raw.slice(0, Math.max(0, raw.search(/\r?\n\r?\n/))).replace(/\r?\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim()));
  }
  return headers;
}

/** RFC 2047: `=?UTF-8?Q?Selamat_datang?=`. */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_whole, how: string, text: string) =>
      how.toLowerCase() === 'b' ? decode(text, 'base64') : decode(text.replaceAll('_', ' '), 'quoted-printable'),
    );
}

function decode(content: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(content, 'base64').toString('utf8');
  const bytes =
    encoding === 'quoted-printable'
      ? content.replace(/=\r?\n/g, '').replace(/=([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : content;
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
