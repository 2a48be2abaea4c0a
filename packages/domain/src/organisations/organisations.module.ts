import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { BrandingService } from './branding.service.js';
import { OrganisationsRepository } from './organisations.repository.js';
import { OrganisationsService } from './organisations.service.js';
import { TreeChangePreviewService } from './tree-change-preview.service.js';
import { UnitBatchService } from './unit-batch.service.js';
import { UnitChangesService } from './unit-changes.service.js';
import { UnitDependants } from './unit-dependants.js';
import { UnitsRepository } from './units.repository.js';
import { UnitsService } from './units.service.js';

@Module({
  imports: [AuditModule, SettingsModule],
  providers: [BrandingService, OrganisationsService, OrganisationsRepository, UnitsService, UnitsRepository, UnitChangesService, UnitBatchService, TreeChangePreviewService, UnitDependants],
  exports: [BrandingService, OrganisationsService, UnitsService, UnitChangesService, UnitBatchService, TreeChangePreviewService, UnitDependants],
})
export class OrganisationsModule {}
