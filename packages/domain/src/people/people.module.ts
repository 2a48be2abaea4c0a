import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { PeopleChangesService } from './people-changes.service.js';
import { PeopleDirectoryRepository } from './people-directory.repository.js';
import { PeopleDirectoryService } from './people-directory.service.js';
import { PeopleExportRepository } from './people-export.repository.js';
import { PeopleExportService } from './people-export.service.js';
import { PeopleFactsRepository } from './people-facts.repository.js';
import { LeavingChecks } from './leaving-checks.js';
import { LikelySameService } from './likely-same.service.js';
import { MergingRepository } from './merging.repository.js';
import { MergingService } from './merging.service.js';
import { OwnRecordsMerger } from './own-records.merger.js';
import { PersonMergers } from './person-mergers.js';
import { SamenessSigns } from './sameness-signs.js';
import { LoginChangeChecks } from './login-change-checks.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleService } from './people.service.js';
import { PeopleWritesRepository } from './people-writes.repository.js';
import { PersonPageRepository } from './person-page.repository.js';
import { PersonPageService } from './person-page.service.js';
import { PersonParts } from './person-parts.js';
import { PersonPhotosService } from './person-photos.service.js';
import { PhotoWishes } from './photo-wishes.js';
import { SupervisorsRepository } from './supervisors.repository.js';
import { SupervisorsService } from './supervisors.service.js';
import { TransferViews } from './transfer-views.service.js';
import { TransfersRepository } from './transfers.repository.js';
import { TransfersService } from './transfers.service.js';
import { OrganisationHeadsRepository } from './organisation-heads.repository.js';
import { OrganisationHeadsService } from './organisation-heads.service.js';
import { PeopleOfUnits } from './people-of-units.js';
import { UnitViews } from './unit-views.js';

@Module({
  imports: [AuditModule, OrganisationsModule],
  providers: [
    LeavingChecks, LikelySameService, MergingRepository, MergingService, OwnRecordsMerger, PersonMergers, SamenessSigns,
    LoginChangeChecks, OrganisationHeadsRepository, OrganisationHeadsService, PeopleChangesService, PeopleDirectoryRepository, PeopleDirectoryService, PeopleFactsRepository,
    PeopleExportRepository, PeopleExportService,
    PeopleOfUnits, PeopleRepository, PeopleService, PeopleWritesRepository, PersonPageRepository, PersonPageService, PersonParts, PersonPhotosService, PhotoWishes,
    SupervisorsRepository, SupervisorsService, TransferViews, TransfersRepository, TransfersService,
    UnitViews,
  ],
  exports: [
    LeavingChecks, LikelySameService, MergingService, PersonMergers, SamenessSigns,
    LoginChangeChecks, OrganisationHeadsService, PeopleChangesService, PeopleDirectoryService, PeopleExportService, PeopleService, PersonPageService, PersonParts, PersonPhotosService, PhotoWishes, SupervisorsService, TransferViews,
    TransfersService, UnitViews,
  ],
})
export class PeopleModule {}
