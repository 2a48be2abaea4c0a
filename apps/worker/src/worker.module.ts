import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { allEntities } from '@pamong/domain/all-entities';
import { DomainModule } from '@pamong/domain/domain.module';
import type { Clock } from '@pamong/platform/clock/clock';
import type { Config } from '@pamong/platform/config/config';
import type { Logger } from '@pamong/platform/log/logger';
import { PlatformModule } from '@pamong/platform/platform.module';
import { AccessHandlers } from './access/access.handlers.js';
import { AccountsHandlers } from './accounts/accounts.handlers.js';
import { CertificatesHandlers } from './certificates/certificates.handlers.js';
import { CoursesHandlers } from './courses/courses.handlers.js';
import { EntryHandlers } from './entry/entry.handlers.js';
import { ImportsHandlers } from './imports/imports.handlers.js';
import { LearningHandlers } from './learning/learning.handlers.js';
import { LedgerHandlers } from './ledger/ledger.handlers.js';
import { MediaHandlers } from './media/media.handlers.js';
import { MessagesHandlers } from './messages/messages.handlers.js';
import { OutboxHandlers } from './outbox/outbox.handlers.js';
import { PeopleHandlers } from './people/people.handlers.js';
import { QuizzesHandlers } from './quizzes/quizzes.handlers.js';
import { SearchHandlers } from './search/search.handlers.js';
import { QueueRuntime } from './runtime/queue-runtime.js';

/** One class per feature, in the order of the domain. */
const handlers = [
  OutboxHandlers,
  PeopleHandlers,
  AccountsHandlers,
  AccessHandlers,
  MessagesHandlers,
  EntryHandlers,
  ImportsHandlers,
  MediaHandlers,
  CoursesHandlers,
  LearningHandlers,
  SearchHandlers,
  QuizzesHandlers,
  CertificatesHandlers,
  LedgerHandlers,
];

@Module({})
export class WorkerModule {
  static forRoot(options: { config: Config; logger: Logger; clock?: Clock }): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.forRoot({ ...options, entities: allEntities, applicationName: 'pamong-worker' }), DiscoveryModule, DomainModule],
      providers: [...handlers, QueueRuntime],
    };
  }
}
