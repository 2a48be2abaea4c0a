import type { SheetCell, SheetRow } from '@pamong/platform/spreadsheet/sheet';

/** A column that an import can fill. */
export interface KnownColumn {
  readonly key: string;
  readonly title: string;
  readonly required: boolean;
  /** Further names under which agencies keep it, as `headerKey` writes them. */
  readonly synonyms: readonly string[];
}

/** Index of the header for each matched column. */
export type Mapping = Readonly<Record<string, number>>;
/** What the agency decided for a header before: a column, or an empty text for none. */
export type Remembered = Readonly<Record<string, string>>;

/** The column that the file of failed rows adds; an upload passes it by. */
export const reasonHeader = 'alasan_ditolak';

/** A header without case, accents and signs: `Gol. / Ruang` is `golruang`. */
export function headerKey(title: string): string {
  return title.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]/g, '');
}

const headerSearch = 15;

/**
 * The row that is the header: the first of the first 15 that names most columns, since many sheets begin with a title.
 * @returns its index among `rows`
 */
export function findHeader(rows: readonly SheetRow[], columns: readonly KnownColumn[], remembered: Remembered): number {
  const names = new Set([...columns.flatMap(namesOf), ...Object.keys(remembered)]);
  let best = { index: 0, hits: 0 };
  for (const [index, { cells }] of rows.slice(0, headerSearch).entries()) {
    const hits = cells.filter((cell) => cell !== undefined && cell.text !== '' && names.has(headerKey(cell.text))).length;
    if (hits > best.hits) best = { index, hits };
  }
  return best.index;
}

/** Matches headers to columns: what the agency decided before, then the title, then the other names. Each is used once. */
export function matchColumns(columns: readonly KnownColumn[], headers: readonly string[], remembered: Remembered): Mapping {
  const keys = headers.map(headerKey);
  const mapping: Record<string, number> = {};
  const used = new Set<number>();
  const take = (column: KnownColumn, index: number) => {
    if (index === -1 || used.has(index) || mapping[column.key] !== undefined) return;
    mapping[column.key] = index;
    used.add(index);
  };
  for (const [index, key] of keys.entries()) {
    const decided = key === headerKey(reasonHeader) ? '' : remembered[key];
    const column = columns.find((one) => one.key === decided);
    if (column !== undefined) take(column, index);
    else if (decided === '') used.add(index);
  }
  // A title that fits exactly goes before a synonym of another column.
  for (const column of columns) take(column, keys.findIndex((key, index) => key === headerKey(column.title) && !used.has(index)));
  for (const column of columns) take(column, keys.findIndex((key, index) => column.synonyms.includes(key) && !used.has(index)));
  return mapping;
}

/** Required columns that no header fills. */
export function missingColumns(columns: readonly KnownColumn[], mapping: Mapping): string[] {
  return columns.filter((column) => column.required && mapping[column.key] === undefined).map((column) => column.key);
}

/** Is every index a header of the file, every key a column, and no header used twice? */
export function fits(mapping: Mapping, columns: readonly KnownColumn[], headers: number): boolean {
  const indexes = Object.values(mapping);
  return new Set(indexes).size === indexes.length && indexes.every((index) => index < headers) && Object.keys(mapping).every((key) => columns.some((column) => column.key === key));
}

/** What to remember of a mapping that a person has looked at. */
export function remember(mapping: Mapping, headers: readonly string[], before: Remembered): Remembered {
  const byIndex = new Map(Object.entries(mapping).map(([key, index]) => [index, key]));
  const decisions = headers.map((title, index) => [headerKey(title), byIndex.get(index) ?? ''] as const).filter(([key]) => key !== '');
  // The newest stay: an agency does not have more headers than these.
  return Object.fromEntries([...Object.entries(before), ...decisions].slice(-300));
}

/** Headers with the first values below each, for whoever matches them. */
export function headersOf(rows: readonly SheetRow[], header: number): { title: string; samples: string[] }[] {
  const width = Math.max(...rows.slice(header, header + 50).map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => ({
    title: textOf(rows[header]?.cells[column]).slice(0, 100),
    samples: rows.slice(header + 1, header + 30).map(({ cells }) => textOf(cells[column]).slice(0, 60)).filter((text) => text !== '').slice(0, 3),
  }));
}

function namesOf(column: KnownColumn): string[] {
  return [headerKey(column.title), ...column.synonyms];
}

function textOf(cell: SheetCell | undefined): string {
  return cell?.text ?? '';
}
