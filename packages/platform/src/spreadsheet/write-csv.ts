/**
 * Separated values as Excel opens them with a double press where Indonesian is set: UTF-8 with its mark, semicolons. A value that
 * would begin a formula gets an apostrophe before it, which reading takes off again.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(field).join(';')}\r\n`).join('')}`;
}

function field(value: string): string {
  // A tab or line end before the sign would hide it from a check of the first character alone.
  const harmless = /^[\s]*[=+\-@]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
