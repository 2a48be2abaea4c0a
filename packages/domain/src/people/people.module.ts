import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { PeopleChangesService } from './people-changes.service.js';
import { PeopleFactsRepository } from './people-facts.repository.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleService } from './people.service.js';
import { PeopleWritesRepository } from './people-writes.repository.js';
import { SupervisorsRepository } from './supervisors.repository.js';
import { SupervisorsService } from './supervisors.service.js';
import { OrganisationHeadsRepository } from './organisation-heads.repository.js';
import { OrganisationHeadsService } from './organisation-heads.service.js';
import { PeopleOfUnits } from './people-of-units.js';
import { UnitViews } from './unit-views.js';

@Module({
  imports: [AuditModule, OrganisationsModule],
  providers: [PeopleOfUnits, OrganisationHeadsService, OrganisationHeadsRepository, UnitViews, PeopleChangesService, PeopleFactsRepository, PeopleRepository, PeopleService, PeopleWritesRepository, SupervisorsRepository, SupervisorsService],
  exports: [OrganisationHeadsService, UnitViews, PeopleChangesService, PeopleService, SupervisorsService],
})
export class PeopleModule {}
