import { Injectable } from '@nestjs/common';
import { certificateIssued, certificateRevoked } from '@pamong/domain/certificates/certificates.jobs';
import { LedgerService } from '@pamong/domain/ledger/ledger.service';
import { On } from '../runtime/handler.decorators.js';

@Injectable()
export class LedgerHandlers {
  constructor(private readonly ledger: LedgerService) {}

  @On(certificateIssued, 'ledger.record-certificate')
  async record({ certificateId }: { certificateId: string }): Promise<void> {
    await this.ledger.recordCertificate(certificateId);
  }

  @On(certificateRevoked, 'ledger.reverse-certificate')
  async reverse({ certificateId }: { certificateId: string }): Promise<void> {
    await this.ledger.reverseCertificate(certificateId);
  }
}
