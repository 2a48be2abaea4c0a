import * as z from 'zod';
import type { SettingDefinition } from '../settings/settings.service.js';
import { DEFAULT_NUMBER_TEMPLATE, isNumberTemplate } from './certificate-number.rules.js';

/** Which courses end with an STTP (asn.md 3.1) and what it asks for besides what every certificate prints. */
export interface SttpSetting {
  /** Courses that must be passed end with an STTP instead of a certificate. */
  readonly issued: boolean;
  /** It prints place and date of birth. */
  readonly birth: boolean;
  /** It prints a photo; people are asked for one. */
  readonly photo: boolean;
}

const noSttp: SttpSetting = { issued: false, birth: true, photo: false };

/** How an agency numbers and signs its certificates. */
export interface CertificateSetting {
  readonly numberTemplate: string;
  readonly classification: string;
  readonly place: string;
  readonly sealDriver: string;
  /** SHA-256 of the emblem's picture, under which it lies in the storage. */
  readonly emblem: string | null;
  readonly sttp: SttpSetting;
}

export const certificateSettings: SettingDefinition<CertificateSetting> = {
  key: 'certificates',
  schema: z.object({
    numberTemplate: z.string().refine(isNumberTemplate),
    classification: z.string().max(40),
    /** City of issue; empty means the one in the agency's name, if any. */
    place: z.string().max(100),
    /** Name of a registered seal driver. */
    sealDriver: z.string(),
    // Absent from settings that were stored before there were emblems.
    emblem: z.string().nullable().default(null),
    sttp: z.object({ issued: z.boolean(), birth: z.boolean(), photo: z.boolean() }).default(noSttp),
  }),
  fallback: { numberTemplate: DEFAULT_NUMBER_TEMPLATE, classification: '', place: '', sealDriver: 'system', emblem: null, sttp: noSttp },
};
