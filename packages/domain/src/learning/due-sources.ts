import { Injectable } from '@nestjs/common';
import type { DueItem } from '@pamong/contract/learning';
import type { Reader } from '@pamong/platform/database/database';
import type * as z from 'zod';
import { PeopleService } from '../people/people.service.js';
import { countsForTargets } from '../people/person.rules.js';

type Due = z.input<typeof DueItem>;

/** Finds what waits for a person in one feature: an open attempt, a form to fill. */
export type DueSource = (reader: Reader, personId: string) => Promise<readonly Due[]>;

/** Where "what is due" comes from; features join when they are constructed. */
@Injectable()
export class DueSources {
  private readonly asked: DueSource[] = [];
  private readonly begun: DueSource[] = [];

  constructor(private readonly people: PeopleService) {}

  /** What a person is asked for: those whom targets and reminders do not count are not asked. */
  add(source: DueSource): void {
    this.asked.push(source);
  }

  /** What a person began and what goes on without them, such as a clock that runs: they are told whatever their status. */
  addBegun(source: DueSource): void {
    this.begun.push(source);
  }

  /** Everything that waits, dated things first and by date. */
  async list(reader: Reader, personId: string): Promise<Due[]> {
    const counts = countsForTargets((await this.people.get(reader, personId)).status);
    const found = await Promise.all([...this.begun, ...(counts ? this.asked : [])].map((source) => source(reader, personId)));
    return found.flat().toSorted((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  }
}
