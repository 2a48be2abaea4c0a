import type { TFunction } from 'i18next';

/** One thing wrong with one field: a zod issue, or the server's fault, which carries the code and no limits. */
export interface Fault {
  readonly code: string;
  readonly origin?: string;
  readonly format?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
}

/** What to say beside a field. Names the limit where it is known, since "invalid" helps nobody. */
export function faultSentence(t: TFunction, fault: Fault): string {
  const minimum = fault.minimum === undefined ? undefined : Number(fault.minimum);
  const maximum = fault.maximum === undefined ? undefined : Number(fault.maximum);
  if (fault.code === 'invalid_type') return t('core:fault.required');
  if (fault.code === 'too_small' && minimum !== undefined) {
    if (fault.origin === 'string') return minimum <= 1 ? t('core:fault.required') : t('core:fault.tooShort', { minimum });
    if (fault.origin === 'array' || fault.origin === 'set') return t('core:fault.tooFew', { minimum });
    return t('core:fault.below', { minimum });
  }
  if (fault.code === 'too_big' && maximum !== undefined) {
    if (fault.origin === 'string') return t('core:fault.tooLong', { maximum });
    if (fault.origin === 'array' || fault.origin === 'set') return t('core:fault.tooMany', { maximum });
    return t('core:fault.above', { maximum });
  }
  if (fault.code === 'invalid_format' && fault.format === 'email') return t('core:fault.email');
  if (fault.code === 'invalid_format' && fault.format === 'url') return t('core:fault.url');
  return t('core:fault.check');
}
