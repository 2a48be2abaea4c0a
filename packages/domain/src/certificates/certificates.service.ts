import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { dayIn } from '@pamong/platform/clock/days';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { Outbox } from '@pamong/platform/outbox/outbox';
import type { Actor } from '../access/actor.js';
import type { OrgScope } from '../organisations/org-scope.js';
import { AuditService } from '../audit/audit.service.js';
import { CoursesService } from '../courses/courses.service.js';
import { EnrolmentsService } from '../enrolments/enrolments.service.js';
import { MailTexts } from '../messages/mail-texts.js';
import { MessagesService } from '../messages/messages.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { SettingsService } from '../settings/settings.service.js';
import { certificateCode } from './certificate-code.rules.js';
import { formatNumber } from './certificate-number.rules.js';
import { certificateSettings } from './certificate-settings.js';
import type { CertificateEntity } from './certificate.entity.js';
import { certificateMails } from './certificate-mails.js';
import { CertificateFiles } from './certificate-files.js';
import { certificateIssued, certificateRevoked } from './certificates.jobs.js';
import { CertificatesRepository } from './certificates.repository.js';
import type { IssuedPage } from './certificates.repository.js';
import { PrintComposer } from './print-composer.js';

/** A certificate as other features read it. */
export type CertificateRecord = Readonly<CertificateEntity>;

/** Issues certificates once, files their documents, revokes them. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly db: Database,
    private readonly certificates: CertificatesRepository,
    private readonly composer: PrintComposer,
    private readonly files: CertificateFiles,
    private readonly enrolments: EnrolmentsService,
    private readonly courses: CoursesService,
    private readonly organisations: OrganisationsService,
    private readonly settings: SettingsService,
    private readonly messages: MessagesService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    mailTexts: MailTexts,
  ) {
    mailTexts.add('certificates.issued', certificateMails.issued);
    mailTexts.add('certificates.revoked', certificateMails.revoked);
  }

  /**
   * Issues the certificate of a completed enrolment and makes its document. Running it again, also after a crash at any point, goes on
   * where it stopped: the record with its number is committed once, then the document is made until one is filed.
   * @throws Problem NOT_ENROLLED for an unknown enrolment
   */
  async issue(enrolmentId: string): Promise<CertificateRecord> {
    const certificate = await this.record(enrolmentId);
    await this.files.make(certificate);
    return this.get(this.db, certificate.id);
  }

  /** Commits number, code and printed data; answers the earlier record where there is one. */
  private record(enrolmentId: string): Promise<CertificateEntity> {
    return this.db.tx(async (tx) => {
      // The lock lets one of two deliveries wait; the unique key would refuse the second, but only after it took a number.
      const enrolment = await this.enrolments.lock(tx, enrolmentId);
      const earlier = await this.certificates.findByEnrolment(tx, enrolment.id, enrolment.versionId);
      if (earlier !== null) return earlier;
      if (enrolment.completedAt === null) throw new Error(`Enrolment ${enrolmentId} is not completed`);
      const certificate = await this.compose(tx, enrolment);
      await this.certificates.insert(tx, certificate);
      await this.audit.record(tx, {
        agencyId: certificate.agencyId,
        action: 'certificates.issued',
        subject: { kind: 'certificate', id: certificate.id },
        details: { number: certificate.number, enrolmentId: enrolment.id, versionId: certificate.versionId, jp: certificate.jp },
      });
      await this.outbox.publish(tx, certificateIssued, { certificateId: certificate.id });
      return certificate;
    });
  }

  private async compose(tx: Tx, enrolment: Awaited<ReturnType<EnrolmentsService['lock']>>): Promise<CertificateEntity> {
    const course = await this.courses.compiled(tx, enrolment.versionId);
    const issuer = await this.organisations.get(tx, course.organiser.id);
    const agency = await this.organisations.get(tx, issuer.agencyId);
    const { numberTemplate, classification, place, emblem, sttp } = await this.settings.get(tx, agency.id, certificateSettings);
    const issuedAt = this.clock.now();
    const day = dayIn(agency.timeZone, issuedAt);
    const takeNumber = async () => {
      const seq = await this.certificates.takeNumber(tx, agency.id, numberTemplate, Number(day.slice(0, 4)));
      return formatNumber(numberTemplate, { seq, courseCode: course.code, date: day, classification, unit: issuer.shortName });
    };
    let number = await takeNumber();
    // An earlier template of the agency may have printed the same text: each template counts for itself.
    while (await this.certificates.hasNumber(tx, agency.id, number)) number = await takeNumber();
    const code = certificateCode(randomBytes(12));
    return {
      id: newId(),
      enrolmentId: enrolment.id,
      versionId: enrolment.versionId,
      courseId: enrolment.courseId,
      personId: enrolment.personId,
      issuerId: issuer.id,
      agencyId: agency.id,
      number,
      code,
      printed: await this.composer.compose(tx, { enrolment, course, issuer, agency, place, emblem, sttp, day, number, code }),
      jp: course.jp,
      minutes: course.minutes,
      issuedAt,
      sealDriver: null,
      sealedAt: null,
      fileKey: null,
      fileSha256: null,
      fileBytes: null,
      revokedAt: null,
      revokedBy: null,
      revocationReason: null,
    };
  }

  /** @throws Problem NOT_FOUND */
  async get(reader: Reader, id: string): Promise<CertificateRecord> {
    const found = await this.certificates.find(reader, id);
    if (found === null) throw new Problem('NOT_FOUND');
    return found;
  }

  listOwn(personId: string): Promise<readonly CertificateRecord[]> {
    return this.certificates.listOwn(this.db, personId);
  }

  /** @throws Problem NOT_FOUND, also for another person's certificate */
  async getOwn(personId: string, id: string): Promise<CertificateRecord> {
    const found = await this.get(this.db, id);
    if (found.personId !== personId) throw new Problem('NOT_FOUND');
    return found;
  }

  /**
   * A certificate whose document the actor may download: the holder's own, or one of an agency they look after.
   * @throws Problem NOT_FOUND
   */
  async getReadable(actor: Actor, id: string): Promise<CertificateRecord> {
    const found = await this.get(this.db, id);
    if (found.personId === actor.personId) return found;
    const path = await this.issuerPath(id);
    if (path === null || !actor.can('certificate.read', path)) throw new Problem('NOT_FOUND');
    return found;
  }

  listIssued(scope: OrgScope, search: string, page: number, size: number): Promise<IssuedPage> {
    return this.certificates.listIssued(this.db, scope, search, page, size);
  }

  /** Where a certificate lies in the tree of organisations; null for an unknown one. */
  issuerPath(id: string): Promise<string | null> {
    return this.certificates.findIssuerPath(this.db, id);
  }

  /**
   * Revokes a certificate for good; its public page says so from now on, and the holder is told.
   * @throws Problem NOT_FOUND, CERTIFICATE_REVOKED
   */
  async revoke(actor: Actor, id: string, reason: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const certificate = await this.get(tx, id);
      if (!(await this.certificates.updateRevocation(tx, id, actor.personId, reason, this.clock.now()))) throw new Problem('CERTIFICATE_REVOKED');
      await this.audit.record(tx, {
        actor,
        agencyId: certificate.agencyId,
        action: 'certificates.revoked',
        subject: { kind: 'certificate', id },
        details: { number: certificate.number, reason },
      });
      await this.outbox.publish(tx, certificateRevoked, { certificateId: id });
      await this.messages.deliver(tx, {
        personId: certificate.personId,
        kind: 'certificates.revoked',
        params: { number: certificate.number, course: certificate.printed.course, reason },
        link: `/sertifikat/${id}`,
        naturalKey: `certificates.revoked:${id}`,
      });
    });
  }
}
