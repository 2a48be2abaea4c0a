import { defineEvent } from '@pamong/platform/outbox/job';
import * as z from 'zod';

const CertificateRef = z.object({ certificateId: z.uuid() });

/** A certificate has its number; the document may still be in the making. */
export const certificateIssued = defineEvent({ name: 'certificates.issued', payload: CertificateRef });

/** An admin revoked a certificate. */
export const certificateRevoked = defineEvent({ name: 'certificates.revoked', payload: CertificateRef });
