import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';

/** @throws Problem where this person must not come in through an agency's provider */
export type SignOnCheck = (reader: Reader, personId: string) => Promise<void>;

/** What later features ask before an agency's provider may open an account. */
@Injectable()
export class SignOnChecks {
  private readonly checks: SignOnCheck[] = [];

  add(check: SignOnCheck): void {
    this.checks.push(check);
  }

  async run(reader: Reader, personId: string): Promise<void> {
    for (const check of this.checks) await check(reader, personId);
  }
}
