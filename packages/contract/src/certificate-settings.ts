import * as z from 'zod';
import { defineRoutes } from './kernel/route.js';
import { Id, line } from './kernel/schemas.js';

/** Longest template of a number. */
export const maxNumberTemplate = 120;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Which courses end with an STTP (Surat Tanda Tamat Pelatihan), and what it asks people for. */
const SttpDecisions = z.object({
  /** Courses that must be passed end with an STTP (Surat Tanda Tamat Pelatihan) instead of a certificate. */
  issued: z.boolean(),
  /** The STTP prints place and date of birth. */
  birth: z.boolean(),
  /** The STTP prints a photo; people are asked for one. */
  photo: z.boolean(),
});

/** What an agency decides about its certificates. */
export const CertificateDecisions = z.object({
  /** Made of text and placeholders: `{seq:4}/{kode_kursus}/{bulan_romawi}/{tahun}`. */
  numberTemplate: line(maxNumberTemplate),
  /** Archive classification, for `{klasifikasi}`; may be empty. */
  classification: z.union([line(40), z.literal('')]),
  /** City of issue; empty means the one in the agency's name, if any. */
  place: z.union([line(100), z.literal('')]),
  /** Left as it is where it is absent. */
  sttp: SttpDecisions.optional(),
});

export const AgencyEmblem = z.object({
  sha256: Sha256,
  /** Address of the picture. */
  url: z.string(),
});

export const CertificateSettings = CertificateDecisions.extend({
  agency: z.object({ id: Id, name: z.string() }),
  emblem: AgencyEmblem.nullable(),
  sttp: SttpDecisions,
  /** Placeholders that a number may be made of, without braces. */
  placeholders: z.array(z.string()),
});

/** Why a template makes no number: a placeholder that does not exist, a brace alone, no counter, or no year in which it begins anew. */
export const NumberTemplateFault = z.object({
  code: z.enum(['placeholder_unknown', 'brace_stray', 'sequence_missing', 'year_missing']),
  /** The placeholder as typed, without braces; empty unless it is the fault. */
  placeholder: z.string(),
});
export type NumberTemplateFault = z.infer<typeof NumberTemplateFault>;

const AgencyParams = z.object({ organisationId: Id });
/** Parameters of the picture itself, at `/api/organisations/:organisationId/emblems/:sha256`. */
export const EmblemParams = AgencyParams.extend({ sha256: Sha256 });
const manage = { permission: 'certificate.manage', scope: 'organisation' } as const;

export const certificateSettings = defineRoutes({
  get: {
    method: 'GET', path: '/organisations/:organisationId/certificate-settings', status: 200, summary: 'How an agency numbers and signs its certificates',
    params: AgencyParams, response: CertificateSettings, access: manage, errors: ['NOT_FOUND'],
  },
  change: {
    method: 'PUT', path: '/organisations/:organisationId/certificate-settings', status: 200, summary: 'Decide how the next certificates are numbered and where they are issued',
    params: AgencyParams, body: CertificateDecisions, response: CertificateSettings, access: manage, errors: ['NOT_FOUND', 'CERTIFICATE_NUMBER_INVALID'],
  },
  example: {
    method: 'GET', path: '/organisations/:organisationId/certificate-settings/example', status: 200, summary: 'What the next certificate would print with these decisions',
    params: AgencyParams, query: z.object({ numberTemplate: z.string().max(maxNumberTemplate), classification: z.string().max(40).default(''), place: z.string().max(100).default('') }),
    response: z.object({
      /** Null while the template is at fault. */
      number: z.string().nullable(),
      fault: NumberTemplateFault.nullable(),
      /** Place and day: `Muara Lestari, 9 November 2026`. */
      issued: z.string(),
    }),
    access: manage, errors: ['NOT_FOUND'],
  },
  addEmblem: {
    method: 'POST', path: '/organisations/:organisationId/emblems', status: 201, summary: 'Set the emblem from an SVG or PNG; it is drawn anew, and printed on the next certificates',
    // Base64 of at most some 740 kB.
    params: AgencyParams, body: z.object({ data: z.base64().max(1_000_000) }), response: CertificateSettings, access: manage,
    errors: ['NOT_FOUND', 'EMBLEM_UNREADABLE', 'EMBLEM_UNSAFE'],
  },
  chooseEmblem: {
    method: 'PUT', path: '/organisations/:organisationId/emblem', status: 200, summary: 'Go back to an emblem that was set before, or to none',
    params: AgencyParams, body: z.object({ sha256: Sha256.nullable() }), response: CertificateSettings, access: manage, errors: ['NOT_FOUND'],
  },
});
