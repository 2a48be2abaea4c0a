import { Injectable } from '@nestjs/common';
import type { SamenessSign } from '@pamong/contract/merging';
import type { Reader } from '@pamong/platform/database/database';
import type * as z from 'zod';

/** Somebody who may be the same person, and by what it shows. */
export interface LikelySame {
  readonly personId: string;
  readonly sign: z.output<typeof SamenessSign>;
}

/** Where features join that can tell that two records may be one person. */
@Injectable()
export class SamenessSigns {
  private readonly sources: ((reader: Reader, personId: string) => Promise<LikelySame[]>)[] = [];

  add(source: (reader: Reader, personId: string) => Promise<LikelySame[]>): void {
    this.sources.push(source);
  }

  async of(reader: Reader, personId: string): Promise<LikelySame[]> {
    return (await Promise.all(this.sources.map((source) => source(reader, personId)))).flat();
  }
}
