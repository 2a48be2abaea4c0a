import { Injectable } from '@nestjs/common';
import type { ImportKind } from '@pamong/contract/imports';
import { Clock } from '@pamong/platform/clock/clock';
import { dayIn } from '@pamong/platform/clock/days';
import type { BatchRow } from './import-batches.repository.js';
import type { BatchPlace, ImportSubject } from './import-subject.js';
import { PeopleImportService } from './people-import.service.js';
import { UnitsImportService } from './units-import.service.js';

/** What can be imported, by kind. */
@Injectable()
export class ImportSubjects {
  private readonly subjects: Readonly<Record<ImportKind, ImportSubject>>;

  constructor(
    people: PeopleImportService,
    units: UnitsImportService,
    private readonly clock: Clock,
  ) {
    this.subjects = { people, units };
  }

  of(kind: ImportKind): ImportSubject {
    return this.subjects[kind];
  }

  placeOf(batch: BatchRow): BatchPlace {
    const { id, agencyId, path, timeZone, createdBy } = batch;
    const today = dayIn(timeZone, this.clock.now());
    return { id, agencyId, path, timeZone, createdBy, today, effectiveOn: batch.effectiveOn ?? today };
  }
}
