import { Injectable } from '@nestjs/common';
import { purgeVerificationMisses } from '@pamong/domain/certificates/certificates.jobs';
import { CertificatesService } from '@pamong/domain/certificates/certificates.service';
import { VerificationService } from '@pamong/domain/certificates/verification.service';
import { courseCompleted } from '@pamong/domain/learning/learning.jobs';
import { Handles, On } from '../runtime/handler.decorators.js';

@Injectable()
export class CertificatesHandlers {
  constructor(
    private readonly certificates: CertificatesService,
    private readonly verification: VerificationService,
  ) {}

  @On(courseCompleted, 'certificates.issue-certificate', { queue: 'documents' })
  async issue({ enrolmentId }: { enrolmentId: string }): Promise<void> {
    await this.certificates.issue(enrolmentId);
  }

  @Handles(purgeVerificationMisses)
  async purgeMisses(): Promise<void> {
    await this.verification.purgeMisses();
  }
}
