import type { Certificate, CertificateSheet, IssuedCertificate, PublicCertificate } from '@pamong/contract/certificates';
import type * as z from 'zod';
import type { CertificateRecord } from './certificates.service.js';
import { emblemHash, emblemUrl } from './emblem.rules.js';
import { maskedNumber } from './identity.rules.js';

type Status = z.input<typeof PublicCertificate>['status'];

function statusOf({ revokedAt, fileKey }: CertificateRecord): Status {
  if (revokedAt !== null) return 'revoked';
  return fileKey === null ? 'preparing' : 'valid';
}

function common(record: CertificateRecord) {
  const { printed, number, code, jp, minutes, issuedAt, revokedAt, revocationReason } = record;
  return {
    status: statusOf(record),
    number,
    code,
    name: printed.name,
    courseTitle: printed.course,
    issuer: printed.issuer,
    startedOn: printed.startedOn,
    completedOn: printed.completedOn,
    jp,
    minutes,
    issuedAt: issuedAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    revocationReason,
  };
}

const fileOf = ({ fileSha256, fileBytes }: CertificateRecord) => ({ sha256: fileSha256?.toString('hex') ?? null, bytes: fileBytes });

/** A certificate in its holder's list. */
export function ownCertificate(record: CertificateRecord): z.input<typeof Certificate> {
  const { id, courseId, printed } = record;
  return { id, courseId, courseCode: printed.courseCode, title: printed.title, ...common(record), ...fileOf(record), verifyUrl: printed.verifyUrl };
}

/** A certificate as its holder sees it printed. */
export function certificateSheet(record: CertificateRecord): z.input<typeof CertificateSheet> {
  const { identity, position, agency, parent, deed, sentence, issued, sealNote, subjects, emblem } = record.printed;
  const emblemAddress = emblem === null ? null : emblemUrl(record.agencyId, emblemHash(emblem));
  return { ...ownCertificate(record), identity, position, emblem: emblemAddress, agency, parentAgency: parent, deed, sentence, issued, sealNote, subjects };
}

/** A certificate as a stranger with its code sees it. */
export function publicCertificate(record: CertificateRecord): z.input<typeof PublicCertificate> {
  const { printed, sealedAt } = record;
  return {
    ...common(record),
    ...fileOf(record),
    maskedNumber: maskedNumber(printed.staffNumber),
    agency: printed.parent || printed.agency,
    sealNote: printed.sealNote,
    sealedAt: sealedAt?.toISOString() ?? null,
  };
}

/** A certificate in the list of those who administer it. */
export function issuedCertificate(record: CertificateRecord, can: { revoke: boolean }): z.input<typeof IssuedCertificate> {
  return { id: record.id, courseCode: record.printed.courseCode, ...common(record), can };
}
