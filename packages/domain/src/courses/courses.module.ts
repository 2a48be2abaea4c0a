import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { CatalogueRepository } from './catalogue.repository.js';
import { CatalogueService } from './catalogue.service.js';
import { CourseChangesService } from './course-changes.service.js';
import { CourseChecks } from './course-checks.js';
import { CourseLearners } from './course-learners.js';
import { CourseLifecycleService } from './course-lifecycle.service.js';
import { CourseReuseService } from './course-reuse.service.js';
import { CourseScheduleService } from './course-schedule.service.js';
import { LessonRevisionsRepository } from './lesson-revisions.repository.js';
import { LessonRevisionsService } from './lesson-revisions.service.js';
import { RecycleBinService } from './recycle-bin.service.js';
import { CourseDraftsRepository } from './course-drafts.repository.js';
import { CourseDraftsService } from './course-drafts.service.js';
import { CourseOutlineRepository } from './course-outline.repository.js';
import { CourseOutlineService } from './course-outline.service.js';
import { CourseVersionsRepository } from './course-versions.repository.js';
import { CourseViewsService } from './course-views.service.js';
import { CoursesOfUnits } from './courses-of-units.js';
import { CoursesMerger } from './courses.merger.js';
import { CoursesService } from './courses.service.js';
import { LessonKinds } from './lesson-kinds.js';
import { LinkLessonKind } from './link.lesson-kind.js';
import { CoursePicturesRepository } from './course-pictures.repository.js';
import { CoursePicturesService } from './course-pictures.service.js';
import { PublishingService } from './publishing.service.js';
import { TeachingSource } from './teaching.source.js';
import { TextLessonKind } from './text.lesson-kind.js';

@Module({
  imports: [AccessModule, AuditModule, MessagesModule, OrganisationsModule, PeopleModule],
  providers: [
    CatalogueRepository, CatalogueService, CourseChecks, CoursePicturesRepository, CourseDraftsRepository, CourseDraftsService, CourseOutlineRepository, CourseOutlineService,
    CoursePicturesService, CourseVersionsRepository, CourseViewsService, CoursesMerger, CoursesService, CoursesOfUnits, LessonKinds, PublishingService,
    TextLessonKind, LinkLessonKind, TeachingSource,
    CourseChangesService, CourseLearners, CourseLifecycleService, CourseReuseService, CourseScheduleService, LessonRevisionsRepository, LessonRevisionsService, RecycleBinService,
  ],
  exports: [
    CourseChangesService, CourseLearners, CourseLifecycleService, CourseReuseService, CourseScheduleService, LessonRevisionsService, RecycleBinService,
    CatalogueService, CourseChecks, CourseDraftsService, CourseOutlineService, CoursePicturesService, CoursesService, LessonKinds, PublishingService,
  ],
})
export class CoursesModule {}
