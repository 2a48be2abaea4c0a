import { Module } from '@nestjs/common';
import { CertificatesModule } from '../certificates/certificates.module.js';
import { PeopleModule } from '../people/people.module.js';
import { LedgerMerger } from './ledger.merger.js';
import { LedgerRepository } from './ledger.repository.js';
import { LedgerService } from './ledger.service.js';

@Module({ imports: [CertificatesModule, PeopleModule], providers: [LedgerMerger, LedgerService, LedgerRepository], exports: [LedgerService] })
export class LedgerModule {}
