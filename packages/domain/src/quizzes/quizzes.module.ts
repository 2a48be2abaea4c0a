import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { EnrolmentsModule } from '../enrolments/enrolments.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { AttemptsMerger } from './attempts.merger.js';
import { FinalScoreRequirement } from './final-score.requirement.js';
import { OpenAttemptsDue } from './open-attempts.due.js';
import { QuizAttemptsRepository } from './quiz-attempts.repository.js';
import { QuizAttemptsService } from './quiz-attempts.service.js';
import { QuizGradingService } from './quiz-grading.service.js';
import { QuizPapersService } from './quiz-papers.service.js';
import { QuizPreviewService } from './quiz-preview.service.js';
import { QuizLessonKind } from './quiz.lesson-kind.js';

@Module({
  imports: [PeopleModule, CoursesModule, EnrolmentsModule, LearningModule, QuestionsModule],
  providers: [AttemptsMerger, QuizAttemptsService, QuizGradingService, QuizPapersService, QuizAttemptsRepository, QuizPreviewService, QuizLessonKind, FinalScoreRequirement, OpenAttemptsDue],
  exports: [QuizAttemptsService, QuizGradingService, QuizPreviewService],
})
export class QuizzesModule {}
