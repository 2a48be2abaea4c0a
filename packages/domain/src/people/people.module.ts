import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleService } from './people.service.js';

@Module({ imports: [OrganisationsModule], providers: [PeopleService, PeopleRepository], exports: [PeopleService] })
export class PeopleModule {}
