import * as z from 'zod';
import { defineRoutes } from './kernel/route.js';
import { Day, Id, Instant, Nothing, PageQuery, pageOf, paragraph } from './kernel/schemas.js';

/** `preparing`: recorded and countable, its document is being made. */
export const CertificateStatus = z.enum(['preparing', 'valid', 'revoked']);

/** A training subject of page 2. */
export const CertificateSubject = z.object({ title: z.string(), jp: z.number().int() });

const Common = {
  status: CertificateStatus,
  number: z.string(),
  /** Public and random, as printed: `7KQ2-MX9D-4TFH`. */
  code: z.string(),
  /** With degrees, as printed. */
  name: z.string(),
  courseTitle: z.string(),
  issuer: z.string(),
  /** Days in the agency's zone. */
  startedOn: Day,
  completedOn: Day,
  /** 0 means a course below 45 minutes. */
  jp: z.number().int(),
  minutes: z.number().int(),
  issuedAt: Instant,
  revokedAt: Instant.nullable(),
  revocationReason: z.string().nullable(),
};

/** My certificate, with what its page shows. */
export const Certificate = z.object({
  id: Id,
  courseId: Id,
  courseCode: z.string(),
  /** As printed, in Indonesian: `Sertifikat` or `Surat Tanda Tamat Pelatihan`. */
  title: z.string(),
  ...Common,
  /** Address of the public page. */
  verifyUrl: z.string(),
  /** SHA-256 of the sealed document in hexadecimal; absent while it is being made. */
  sha256: z.string().nullable(),
  bytes: z.number().int().nullable(),
});

/** My certificate as the sheet of its preview prints it. */
export const CertificateSheet = Certificate.extend({
  /** `NIP 19870314 201101 2 903`; empty for people without a number. */
  identity: z.string(),
  position: z.array(z.string()),
  /** Address of the agency's emblem as printed; null where there was none. */
  emblem: z.string().nullable(),
  agency: z.string(),
  parentAgency: z.string(),
  deed: z.string(),
  sentence: z.array(z.string()),
  issued: z.string(),
  sealNote: z.string(),
  subjects: z.array(CertificateSubject),
});

/** What a stranger learns from a code: no unmasked number, no address, no list. */
export const PublicCertificate = z.object({
  ...Common,
  status: z.enum(['preparing', 'valid', 'revoked']),
  /** `1987•••••••••••903`, or null for people without a number. */
  maskedNumber: z.object({ kind: z.enum(['NIP', 'NI_PPPK']), value: z.string() }).nullable(),
  agency: z.string(),
  sealNote: z.string(),
  sealedAt: Instant.nullable(),
  sha256: z.string().nullable(),
  bytes: z.number().int().nullable(),
});

/** A certificate in the list of those who administer it. */
export const IssuedCertificate = z.object({ id: Id, courseCode: z.string(), ...Common, can: z.object({ revoke: z.boolean() }) });

/** Parameters of the routes about one certificate; the sealed PDF lies at `/api/certificates/:certificateId/file`. */
export const CertificateParams = z.object({ certificateId: Id });

export const certificates = defineRoutes({
  mine: {
    method: 'GET', path: '/certificates', status: 200, summary: 'My certificates, newest first',
    response: z.object({ items: z.array(Certificate) }), access: 'authenticated', errors: [],
  },
  get: {
    method: 'GET', path: '/certificates/:certificateId', status: 200, summary: 'One of my certificates as it is printed',
    params: CertificateParams, response: CertificateSheet, access: 'authenticated', errors: ['NOT_FOUND'],
  },
  issued: {
    method: 'GET', path: '/issued-certificates', status: 200, summary: 'Certificates of the agencies I look after, newest first',
    query: PageQuery.extend({ search: z.string().trim().max(100).default('') }),
    /** `addressSet` is false while QR codes would carry a guessed address: say so before the first real issue. */
    response: pageOf(IssuedCertificate).extend({ addressSet: z.boolean() }), access: { permission: 'certificate.read', scope: 'any' }, errors: [],
  },
  revoke: {
    method: 'POST', path: '/issued-certificates/:certificateId/revocation', status: 204, summary: 'Revoke a certificate, with a reason that its page shows',
    params: CertificateParams, body: z.object({ reason: paragraph(500).min(10) }), response: Nothing,
    access: { permission: 'certificate.revoke', scope: 'certificate' }, errors: ['CERTIFICATE_REVOKED'],
  },
  verify: {
    method: 'GET', path: '/verification/:code', status: 200, summary: 'What anyone may know of the certificate with this code',
    params: z.object({ code: z.string().max(40) }), response: PublicCertificate,
    access: 'public', errors: ['CERTIFICATE_UNKNOWN', 'CERTIFICATE_CHECKS_LIMITED'],
  },
});
