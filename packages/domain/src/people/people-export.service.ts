import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import { dayIn } from '@pamong/platform/clock/days';
import { Database } from '@pamong/platform/database/database';
import { AuditService } from '../audit/audit.service.js';
import type { OrgScope } from '../organisations/org-scope.js';
import type { DirectoryFilter } from './people-directory.repository.js';
import { PeopleDirectoryRepository } from './people-directory.repository.js';
import { PeopleExportRepository } from './people-export.repository.js';
import { PeopleFactsRepository } from './people-facts.repository.js';
import { peopleColumns } from './people-sheet.rules.js';
import { sheetRow, unitCells } from './people-sheet-row.rules.js';
import type { Editor } from './person-page.service.js';

const batchSize = 1_000;

/** The list as a table in the columns of the import, so that a file that comes back unchanged changes nothing. */
@Injectable()
export class PeopleExportService {
  constructor(
    private readonly db: Database,
    private readonly directory: PeopleDirectoryRepository,
    private readonly facts: PeopleFactsRepository,
    private readonly sheets: PeopleExportRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Rows in batches, the header first, by name; four statements a thousand people. Who took them out is recorded.
   * @param zone whose day today is
   */
  async *batches(reader: Editor, scope: OrgScope, filter: DirectoryFilter, zone: string, format: string): AsyncGenerator<string[][]> {
    const { sort: _sort, ...filters } = filter;
    await this.db.tx((tx) => this.audit.record(tx, { actor: reader, action: 'people.exported', subject: { kind: 'people', id: null }, details: { format, ...filters } }));
    yield [peopleColumns.map((column) => column.title)];
    const today = dayIn(zone, this.clock.now());
    const names = unitCells(await this.sheets.listUnits(this.db, scope));
    let after: { name: string; id: string } | null = null;
    for (;;) {
      const page: { id: string; name: string }[] = await this.directory.listIds(this.db, scope, filter, after, batchSize);
      if (page.length === 0) return;
      const states = new Map((await this.facts.list(this.db, page.map(({ id }) => ({ personId: id, day: today })))).map((state) => [state.personId, state]));
      const supervisors = await this.sheets.listNumbers(this.db, [...states.values()].flatMap((state) => state.supervisorId ?? []));
      yield page.flatMap(({ id }) => {
        const state = states.get(id);
        return state === undefined ? [] : [sheetRow(state, names.get(state.organisationId), supervisors.get(state.supervisorId ?? ''))];
      });
      after = page.at(-1) ?? null;
    }
  }
}
