import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { PeopleModule } from '../people/people.module.js';
import { EnrolmentMergers } from './enrolment-mergers.js';
import { EnrolmentsMerger } from './enrolments.merger.js';
import { EnrolmentsRepository } from './enrolments.repository.js';
import { EnrolmentsService } from './enrolments.service.js';

@Module({
  imports: [AuditModule, CoursesModule, PeopleModule],
  providers: [EnrolmentMergers, EnrolmentsMerger, EnrolmentsService, EnrolmentsRepository],
  exports: [EnrolmentMergers, EnrolmentsService],
})
export class EnrolmentsModule {}
