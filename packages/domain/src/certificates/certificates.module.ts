import { Module } from '@nestjs/common';
import { DocumentsModule } from '@pamong/platform/documents/documents.module';
import { AuditModule } from '../audit/audit.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { EnrolmentsModule } from '../enrolments/enrolments.module.js';
import { EntryModule } from '../entry/entry.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { CertificateFiles } from './certificate-files.js';
import { CertificateSettingsService } from './certificate-settings.service.js';
import { CertificatesMerger } from './certificates.merger.js';
import { CertificatesRepository } from './certificates.repository.js';
import { CertificatesService } from './certificates.service.js';
import { PrintComposer } from './print-composer.js';
import { PublicAddressCheck } from './public-address.check.js';
import { VerificationService } from './verification.service.js';

@Module({
  imports: [DocumentsModule, AuditModule, SettingsModule, OrganisationsModule, PeopleModule, MessagesModule, EntryModule, CoursesModule, EnrolmentsModule],
  providers: [CertificatesMerger, CertificatesService, CertificateSettingsService, CertificateFiles, CertificatesRepository, PrintComposer, PublicAddressCheck, VerificationService],
  exports: [CertificatesService, CertificateSettingsService, CertificateFiles, PublicAddressCheck, VerificationService],
})
export class CertificatesModule {}
