import { Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { AuditModule } from './audit/audit.module.js';
import { CertificatesModule } from './certificates/certificates.module.js';
import { CoursesModule } from './courses/courses.module.js';
import { EnrolmentsModule } from './enrolments/enrolments.module.js';
import { EntryModule } from './entry/entry.module.js';
import { EvaluationModule } from './evaluation/evaluation.module.js';
import { HealthModule } from './health/health.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { LearningModule } from './learning/learning.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { MediaModule } from './media/media.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import { PeopleModule } from './people/people.module.js';
import { QuestionsModule } from './questions/questions.module.js';
import { QuizzesModule } from './quizzes/quizzes.module.js';
import { SetupModule } from './setup/setup.module.js';
import { SearchModule } from './search/search.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { VideoModule } from './video/video.module.js';

/** Every feature of the domain in the order in which they may know each other. */
const features = [
  HealthModule,
  AuditModule,
  SettingsModule,
  OrganisationsModule,
  PeopleModule,
  AccountsModule,
  AccessModule,
  SetupModule,
  MessagesModule,
  EntryModule,
  ImportsModule,
  MediaModule,
  CoursesModule,
  EnrolmentsModule,
  SearchModule,
  LearningModule,
  VideoModule,
  QuestionsModule,
  QuizzesModule,
  EvaluationModule,
  CertificatesModule,
  LedgerModule,
];

@Module({ imports: features, exports: features })
export class DomainModule {}
