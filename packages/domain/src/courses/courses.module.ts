import { Module } from '@nestjs/common';
import { CourseVersionsRepository } from './course-versions.repository.js';
import { CoursesService } from './courses.service.js';
import { LessonKinds } from './lesson-kinds.js';
import { TextLessonKind } from './text.lesson-kind.js';

@Module({
  providers: [CoursesService, CourseVersionsRepository, LessonKinds, TextLessonKind],
  exports: [CoursesService, LessonKinds],
})
export class CoursesModule {}
