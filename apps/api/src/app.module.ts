import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { allEntities } from '@pamong/domain/all-entities';
import type { PlatformOptions } from '@pamong/platform/platform.module';
import { PlatformModule } from '@pamong/platform/platform.module';
import { AccessController } from './access/access.controller.js';
import { ActingController } from './access/acting.controller.js';
import { DelegationsController } from './access/delegations.controller.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { CertificateSettingsController } from './certificates/certificate-settings.controller.js';
import { CertificatesController } from './certificates/certificates.controller.js';
import { CatalogueController } from './courses/catalogue.controller.js';
import { CoursePicturesController } from './courses/course-pictures.controller.js';
import { CourseLifecycleController } from './courses/course-lifecycle.controller.js';
import { CourseReuseController } from './courses/course-reuse.controller.js';
import { CoursesController } from './courses/courses.controller.js';
import { EnrolmentsController } from './enrolments/enrolments.controller.js';
import { EntryController } from './entry/entry.controller.js';
import { EvaluationController } from './evaluation/evaluation.controller.js';
import { HealthController } from './health/health.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { KernelModule } from './kernel/kernel.module.js';
import { OrganisationScope } from './kernel/organisation-scope.js';
import { LearningController } from './learning/learning.controller.js';
import { LiveStreams } from './live/live-streams.js';
import { LiveController } from './live/live.controller.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { MediaController } from './media/media.controller.js';
import { MediaFilesController } from './media/media-files.controller.js';
import { UploadsController } from './media/uploads.controller.js';
import { MailsController } from './messages/mails.controller.js';
import { MessagesController } from './messages/messages.controller.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { BrandingController } from './organisations/branding.controller.js';
import { AgencyInQuestion } from './organisations/agency-in-question.js';
import { UnitsController } from './organisations/units.controller.js';
import { PeopleExportController } from './people/people-export.controller.js';
import { MergingController } from './people/merging.controller.js';
import { PeopleController } from './people/people.controller.js';
import { PersonPhotosController } from './people/person-photos.controller.js';
import { TransfersController } from './people/transfers.controller.js';
import { QuizzesController } from './quizzes/quizzes.controller.js';
import { SearchController } from './search/search.controller.js';
import { SetupController } from './setup/setup.controller.js';
import { SessionController } from './session/session.controller.js';
import { SignInAnswer } from './session/sign-in-answer.js';
import { SignOnController } from './sign-on/sign-on.controller.js';
import { VideoController } from './video/video.controller.js';

/** Every controller of the API. */
const controllers = [
  HealthController,
  OpenApiController,
  SessionController,
  SetupController,
  BrandingController,
  AccessController,
  DelegationsController,
  ActingController,
  AccountsController,
  UnitsController,
  SignOnController,
  LiveController,
  MergingController,
  PeopleController,
  PeopleExportController,
  PersonPhotosController,
  TransfersController,
  MessagesController,
  ImportsController,
  MailsController,
  EntryController,
  MediaController,
  UploadsController,
  MediaFilesController,
  EnrolmentsController,
  LearningController,
  VideoController,
  EvaluationController,
  QuizzesController,
  CertificatesController,
  CertificateSettingsController,
  LedgerController,
  CoursesController,
  CourseLifecycleController,
  CourseReuseController,
  CoursePicturesController,
  CatalogueController,
  SearchController,
];

@Module({})
export class AppModule {
  static forRoot(options: Omit<PlatformOptions, 'entities' | 'applicationName'>): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.forRoot({ ...options, entities: allEntities, applicationName: 'pamong-api' }), KernelModule],
      controllers,
      providers: [AgencyInQuestion, LiveStreams, OrganisationScope, SignInAnswer],
    };
  }
}
