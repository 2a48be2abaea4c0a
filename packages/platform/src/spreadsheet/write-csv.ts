/**
 * Separated values as Excel opens them with a double press where Indonesian is set: UTF-8 with its mark, semicolons. A value that
 * would begin a formula gets an apostrophe before it, which reading takes off again.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return csvMark + rows.map(csvLine).join('');
}

/** What a file of values begins with, so that Excel reads it as UTF-8. */
export const csvMark = '\ufeff';

/** One row with its line end. */
export function csvLine(row: readonly string[]): string {
  return `${row.map(field).join(';')}\r\n`;
}

function field(value: string): string {
  // A tab or line end before the sign would hide it from a check of the first character alone.
  const harmless = /^[\s]*[=+\-@]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
