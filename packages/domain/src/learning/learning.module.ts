import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { EnrolmentsModule } from '../enrolments/enrolments.module.js';
import { PeopleModule } from '../people/people.module.js';
import { AllLessonsRequirement } from './all-lessons.requirement.js';
import { CompletionRules } from './completion-rules.js';
import { CompletionRequirements } from './completion-requirements.js';
import { CourseMovesService } from './course-moves.service.js';
import { DueSources } from './due-sources.js';
import { LearningService } from './learning.service.js';
import { MyCoursesService } from './my-courses.service.js';
import { ProgressMerger } from './progress.merger.js';
import { ProgressRepository } from './progress.repository.js';
import { ReadingService } from './reading.service.js';

@Module({
  imports: [CoursesModule, EnrolmentsModule, PeopleModule],
  providers: [ProgressMerger, CompletionRules, CourseMovesService, LearningService, ReadingService, MyCoursesService, CompletionRequirements, AllLessonsRequirement, DueSources, ProgressRepository],
  exports: [CompletionRules, CourseMovesService, LearningService, ReadingService, MyCoursesService, CompletionRequirements, DueSources],
})
export class LearningModule {}
