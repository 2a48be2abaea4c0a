import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { EntryModule } from '../entry/entry.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { ImportApplyService } from './import-apply.service.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import { ImportCheckService } from './import-check.service.js';
import { ImportFilesService } from './import-files.service.js';
import { ImportNewcomersService } from './import-newcomers.service.js';
import { ImportNews } from './import-news.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { ImportSubjects } from './import-subjects.js';
import { ImportViewsService } from './import-views.service.js';
import { ImportsMerger } from './imports.merger.js';
import { ImportsService } from './imports.service.js';
import { PeopleContextRepository } from './people-context.repository.js';
import { PeopleImportService } from './people-import.service.js';
import { UnitsImportService } from './units-import.service.js';

@Module({
  imports: [AuditModule, SettingsModule, OrganisationsModule, PeopleModule, AccountsModule, AccessModule, EntryModule],
  providers: [
    ImportApplyService, ImportBatchesRepository, ImportCheckService, ImportFilesService, ImportNewcomersService, ImportNews, ImportRowsRepository, ImportSubjects, ImportViewsService,
    ImportsMerger, ImportsService, PeopleContextRepository, PeopleImportService, UnitsImportService,
  ],
  exports: [ImportApplyService, ImportCheckService, ImportFilesService, ImportNewcomersService, ImportViewsService, ImportsService],
})
export class ImportsModule {}
