import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { PeopleModule } from '../people/people.module.js';
import { EnrolmentsRepository } from './enrolments.repository.js';
import { EnrolmentsService } from './enrolments.service.js';

@Module({
  imports: [AuditModule, CoursesModule, PeopleModule],
  providers: [EnrolmentsService, EnrolmentsRepository],
  exports: [EnrolmentsService],
})
export class EnrolmentsModule {}
