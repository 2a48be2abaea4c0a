import { Injectable } from '@nestjs/common';
import type { Tx } from '@pamong/platform/database/database';

/** What a later feature keeps of a person and must end when the person goes to another agency. */
export interface PersonPart {
  /** The person leaves the agency. */
  leave(tx: Tx, personId: string, agencyId: string): Promise<void>;
}

/** Where features that know people join. */
@Injectable()
export class PersonParts {
  private readonly parts: PersonPart[] = [];

  add(part: PersonPart): void {
    this.parts.push(part);
  }

  list(): readonly PersonPart[] {
    return this.parts;
  }
}
