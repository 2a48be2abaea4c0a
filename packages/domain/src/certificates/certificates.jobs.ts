import { defineEvent, defineJob } from '@pamong/platform/outbox/job';
import { defineSchedule } from '@pamong/platform/queue/schedule';
import * as z from 'zod';

const CertificateRef = z.object({ certificateId: z.uuid() });

/** A certificate has its number; the document may still be in the making. */
export const certificateIssued = defineEvent({ name: 'certificates.issued', payload: CertificateRef });

/** An admin revoked a certificate. */
export const certificateRevoked = defineEvent({ name: 'certificates.revoked', payload: CertificateRef });

/** Forgets lookups of unknown codes whose window is over. */
export const purgeVerificationMisses = defineJob({ name: 'certificates.purge-verification-misses', payload: z.strictObject({}), attempts: 3 });

defineSchedule({ job: purgeVerificationMisses, pattern: '29 * * * *' });
