import type { NumberTemplateFault } from '@pamong/contract/certificate-settings';
import { maxNumberTemplate } from '@pamong/contract/certificate-settings';
import { romanMonth } from './wording.rules.js';

/** What a number may be made of. */
export interface NumberParts {
  seq: number;
  courseCode: string;
  /** Day of issue (YYYY-MM-DD) in the agency's zone. */
  date: string;
  /** Archive classification of the agency, for example "800.2.4". */
  classification: string;
  unit: string;
}

/** The default of the product (asn.md 3.3). */
export const DEFAULT_NUMBER_TEMPLATE = '{seq:4}/{kode_kursus}/{bulan_romawi}/{tahun}';

const FIELD = /\{([a-z_]+)(?::(\d))?\}/g;

const fields: Readonly<Record<string, (parts: NumberParts, width: number) => string>> = {
  seq: ({ seq }, width) => String(seq).padStart(width, '0'),
  klasifikasi: ({ classification }) => classification,
  kode_kursus: ({ courseCode }) => courseCode,
  bulan_romawi: ({ date }) => romanMonth(date),
  bulan: ({ date }) => date.slice(5, 7),
  tahun: ({ date }) => date.slice(0, 4),
  unit: ({ unit }) => unit,
};

/** What a template may be made of, without braces. */
export const numberPlaceholders = ['seq:4', ...Object.keys(fields).filter((name) => name !== 'seq')];

/**
 * Why a template gives no number of its own to each certificate; null when it does: it counts, and it names the year in which the
 * counter begins anew.
 */
export function numberTemplateFault(template: string): NumberTemplateFault | null {
  const unknown = [...template.matchAll(/\{([^{}]*)\}/g)].find(([whole, inner = '']) => !new RegExp(`^${FIELD.source}$`).test(whole) || !Object.hasOwn(fields, inner.replace(/:\d$/, '')));
  if (unknown !== undefined) return { code: 'placeholder_unknown', placeholder: unknown[1] ?? '' };
  if (/[{}]/.test(template.replace(FIELD, ''))) return { code: 'brace_stray', placeholder: '' };
  const used = [...template.matchAll(FIELD)].map((match) => match[1]);
  if (!used.includes('seq')) return { code: 'sequence_missing', placeholder: '' };
  return used.includes('tahun') ? null : { code: 'year_missing', placeholder: '' };
}

export function isNumberTemplate(template: string): boolean {
  return template.length <= maxNumberTemplate && numberTemplateFault(template) === null;
}

/** The number as printed: "0007/AI-101/XI/2026". The template was checked by {@link isNumberTemplate} when it was saved. */
export function formatNumber(template: string, parts: NumberParts): string {
  return template.replace(FIELD, (whole, name: string, width?: string) => fields[name]?.(parts, Number(width ?? 0)) ?? whole);
}
