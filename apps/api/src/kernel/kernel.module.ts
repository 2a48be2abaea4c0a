import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { DomainModule } from '@pamong/domain/domain.module';
import { BootCheck } from './boot-check.js';
import { ProblemFilter } from './problem.filter.js';
import { RouteGuard } from './route.guard.js';
import { Scopes } from './scopes.js';

/** The pipeline that every request passes. */
@Global()
@Module({
  imports: [DomainModule, DiscoveryModule],
  providers: [Scopes, BootCheck, RouteGuard, { provide: APP_GUARD, useExisting: RouteGuard }, { provide: APP_FILTER, useClass: ProblemFilter }],
  exports: [Scopes, BootCheck, DomainModule],
})
export class KernelModule {}
