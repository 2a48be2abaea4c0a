import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';

/** Must this person have a second factor? */
export type SecondFactorDemand = (reader: Reader, personId: string) => Promise<boolean>;

/** What later features know of who must show a second factor. */
@Injectable()
export class SecondFactorDemands {
  private readonly demands: SecondFactorDemand[] = [];

  add(demand: SecondFactorDemand): void {
    this.demands.push(demand);
  }

  async of(reader: Reader, personId: string): Promise<boolean> {
    for (const demand of this.demands) if (await demand(reader, personId)) return true;
    return false;
  }
}
