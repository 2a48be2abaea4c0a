import { Injectable } from '@nestjs/common';
import { CertificatesService } from '@pamong/domain/certificates/certificates.service';
import { courseCompleted } from '@pamong/domain/learning/learning.jobs';
import { On } from '../runtime/handler.decorators.js';

@Injectable()
export class CertificatesHandlers {
  constructor(private readonly certificates: CertificatesService) {}

  @On(courseCompleted, 'certificates.issue-certificate', { queue: 'documents' })
  async issue({ enrolmentId }: { enrolmentId: string }): Promise<void> {
    await this.certificates.issue(enrolmentId);
  }
}
