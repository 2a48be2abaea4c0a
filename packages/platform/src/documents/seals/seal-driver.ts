import type { SealVerdict } from './seal-verdict.js';

/** What a seal says about the occasion. */
export interface SealOccasion {
  /** Why the document is sealed, in Indonesian. */
  reason: string;
  /** Place of the agency. */
  location: string;
  time: Date;
}

/**
 * A way to seal finished PDFs. Each driver has a folder of its own here and joins the registry under its name; callers know the
 * name from the agency's settings and nothing else of it.
 */
export interface SealDriver {
  /** Name in settings and in the record of the document, for example "system". */
  readonly name: string;
  /**
   * Seals a PDF. The answer contains the given bytes unchanged at its beginning.
   * @throws Error when the document cannot be sealed; calling again is safe
   */
  seal(pdf: Buffer, occasion: SealOccasion): Promise<Buffer>;
  /** Says whether the PDF is as this driver sealed it, to the last byte. */
  verify(pdf: Buffer): Promise<SealVerdict>;
}

/** The drivers of this installation by name. */
export class SealRegistry {
  private readonly drivers = new Map<string, SealDriver>();

  constructor(drivers: readonly SealDriver[]) {
    for (const driver of drivers) {
      if (this.drivers.has(driver.name)) throw new Error(`Two seal drivers are called ${driver.name}`);
      this.drivers.set(driver.name, driver);
    }
  }

  /** @throws Error for a name that no driver has */
  get(name: string): SealDriver {
    const driver = this.drivers.get(name);
    if (!driver) throw new Error(`No seal driver is called ${name}`);
    return driver;
  }
}
