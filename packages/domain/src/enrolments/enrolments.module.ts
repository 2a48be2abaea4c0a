import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { PeopleModule } from '../people/people.module.js';
import { EnrolmentMergers } from './enrolment-mergers.js';
import { EnrolmentsMerger } from './enrolments.merger.js';
import { EnrolmentsRepository } from './enrolments.repository.js';
import { SavedCoursesMerger } from './saved-courses.merger.js';
import { SavedCoursesService } from './saved-courses.service.js';
import { EnrolmentsService } from './enrolments.service.js';

@Module({
  imports: [AuditModule, CoursesModule, PeopleModule],
  providers: [SavedCoursesMerger, SavedCoursesService, EnrolmentMergers, EnrolmentsMerger, EnrolmentsService, EnrolmentsRepository],
  exports: [SavedCoursesService, EnrolmentMergers, EnrolmentsService],
})
export class EnrolmentsModule {}
