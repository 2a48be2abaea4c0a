import { Injectable } from '@nestjs/common';
import type { DueItem } from '@pamong/contract/learning';
import type { Reader } from '@pamong/platform/database/database';
import type * as z from 'zod';

type Due = z.input<typeof DueItem>;

/** Finds what waits for a person in one feature: an open attempt, a form to fill. */
export type DueSource = (reader: Reader, personId: string) => Promise<readonly Due[]>;

/** Where "what is due" comes from; features join when they are constructed. */
@Injectable()
export class DueSources {
  private readonly sources: DueSource[] = [];

  add(source: DueSource): void {
    this.sources.push(source);
  }

  /** Everything that waits, dated things first and by date. */
  async list(reader: Reader, personId: string): Promise<Due[]> {
    const found = await Promise.all(this.sources.map((source) => source(reader, personId)));
    return found.flat().toSorted((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  }
}
