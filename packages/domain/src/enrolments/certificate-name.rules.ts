/** Letters and digits only, in upper case, so that apostrophes, hyphens, dots and case do not matter (asn.md 6.6). */
function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}

/**
 * May this be printed as the person's name? Degrees and spelling marks are the person's to set; the name itself is not,
 * since a certificate must not be taken out in somebody else's name.
 */
export function namesThePerson(nameOnCertificate: string, name: string): boolean {
  return bare(nameOnCertificate).includes(bare(name));
}

/** Direction overrides, joiners, fillers and other signs that show nothing but change what is read. */
const hidden = /\p{Cf}|\u034f|\u115f|\u1160|\u3164|\p{Variation_Selector}|\uffa0/gu;

/** A name as it is seen: what hides in pasted text goes, so that the document and the public page show the same. */
export function withoutHidden(name: string): string {
  return name.normalize('NFC').replace(hidden, '').replace(/\s+/gu, ' ').trim();
}
