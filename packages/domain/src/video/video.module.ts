import { Module } from '@nestjs/common';
import { EnrolmentsModule } from '../enrolments/enrolments.module.js';
import { PeopleModule } from '../people/people.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { MediaModule } from '../media/media.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { SearchModule } from '../search/search.module.js';
import { VideoLessonKind } from './video.lesson-kind.js';
import { VideoSearchSource } from './video.search-source.js';
import { WatchRepository } from './watch.repository.js';
import { WatchingMerger } from './watching.merger.js';
import { WatchService } from './watch.service.js';

@Module({
  imports: [EnrolmentsModule, PeopleModule, CoursesModule, LearningModule, MediaModule, OrganisationsModule, SearchModule],
  providers: [VideoLessonKind, VideoSearchSource, WatchService, WatchRepository, WatchingMerger],
  exports: [WatchService],
})
export class VideoModule {}
