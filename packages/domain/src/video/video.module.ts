import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { MediaModule } from '../media/media.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { VideoLessonKind } from './video.lesson-kind.js';
import { WatchRepository } from './watch.repository.js';
import { WatchService } from './watch.service.js';

@Module({
  imports: [CoursesModule, LearningModule, MediaModule, OrganisationsModule],
  providers: [VideoLessonKind, WatchService, WatchRepository],
  exports: [WatchService],
})
export class VideoModule {}
