import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { EnrolmentsModule } from '../enrolments/enrolments.module.js';
import { AllLessonsRequirement } from './all-lessons.requirement.js';
import { CompletionRequirements } from './completion-requirements.js';
import { DueSources } from './due-sources.js';
import { LearningService } from './learning.service.js';
import { MyCoursesService } from './my-courses.service.js';
import { ProgressRepository } from './progress.repository.js';

@Module({
  imports: [CoursesModule, EnrolmentsModule],
  providers: [LearningService, MyCoursesService, CompletionRequirements, AllLessonsRequirement, DueSources, ProgressRepository],
  exports: [LearningService, MyCoursesService, CompletionRequirements, DueSources],
})
export class LearningModule {}
