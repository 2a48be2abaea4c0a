/**
 * A person as the national systems of personnel describe them: the fields of SIASN's `data-utama` that Pamong has use for
 * (asn.md 1.8), under their own names. NIK is left out on purpose: participants are never asked for it.
 */
export interface PersonnelRecord {
  readonly nipBaru?: string | null;
  readonly nama?: string | null;
  readonly gelarDepan?: string | null;
  readonly gelarBelakang?: string | null;
  readonly tempatLahir?: string | null;
  /** `dd-mm-yyyy` */
  readonly tglLahir?: string | null;
  readonly email?: string | null;
  readonly noHp?: string | null;
  /** `C` while on probation. */
  readonly statusPegawai?: string | null;
  readonly golRuangAkhir?: string | null;
  /** `Struktural`, `Fungsional Tertentu`, `Fungsional Umum`. */
  readonly jenisJabatan?: string | null;
  readonly jabatanNama?: string | null;
  /** `II.a`; empty for posts outside of the line. */
  readonly eselon?: string | null;
  readonly unorNama?: string | null;
  readonly unorIndukNama?: string | null;
}

/**
 * Where an agency's personnel system (SIASN, SIMPEG) hands people over. Whatever the driver, the people become rows of the import and
 * pass its dry run, so that nothing changes before somebody has looked at it.
 */
export interface PersonnelSource {
  /** Records in no order, each once. @throws PersonnelSourceFault naming what cannot be read */
  records(): AsyncIterable<PersonnelRecord>;
}

/** A source that cannot be read, in a sentence for whoever set it up. */
export class PersonnelSourceFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PersonnelSourceFault';
  }
}
