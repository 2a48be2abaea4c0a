/** The three parts of a name; degrees exactly as typed (asn.md 6.6). */
export interface NameParts {
  readonly titleBefore: string | null;
  readonly name: string;
  readonly titleAfter: string | null;
}

/** The name as printed on documents: `Dr. Ir. Bagus Wiratama Putra, M.Si.` */
export function fullName({ titleBefore, name, titleAfter }: NameParts): string {
  const before = titleBefore === null ? '' : `${titleBefore} `;
  const after = titleAfter === null ? '' : `, ${titleAfter}`;
  return `${before}${name}${after}`;
}
