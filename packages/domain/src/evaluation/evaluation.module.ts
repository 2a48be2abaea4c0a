import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { EnrolmentsModule } from '../enrolments/enrolments.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { EvaluationMerger } from './evaluation.merger.js';
import { EvaluationRepository } from './evaluation.repository.js';
import { EvaluationService } from './evaluation.service.js';

@Module({
  imports: [PeopleModule, CoursesModule, EnrolmentsModule, LearningModule],
  providers: [EvaluationMerger, EvaluationService, EvaluationRepository],
  exports: [EvaluationService],
})
export class EvaluationModule {}
