import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { CertificateDecisions, CertificateSettings, NumberTemplateFault } from '@pamong/contract/certificate-settings';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { dayIn } from '@pamong/platform/clock/days';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { toEmblem } from '@pamong/platform/pictures/emblem-picture';
import { Storage } from '@pamong/platform/storage/storage';
import type * as z from 'zod';
import type { Actor } from '../access/actor.js';
import { AuditService } from '../audit/audit.service.js';
import type { OrganisationPlace } from '../organisations/organisations.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PhotoWishes } from '../people/photo-wishes.js';
import { SettingsService } from '../settings/settings.service.js';
import { formatNumber, isNumberTemplate, numberPlaceholders, numberTemplateFault } from './certificate-number.rules.js';
import type { CertificateSetting } from './certificate-settings.js';
import { certificateSettings } from './certificate-settings.js';
import { CertificatesRepository } from './certificates.repository.js';
import { emblemKey, emblemUrl } from './emblem.rules.js';
import { placeOfAgency } from './identity.rules.js';
import { longDate } from './wording.rules.js';

type Decisions = z.output<typeof CertificateDecisions>;
type Settings = z.input<typeof CertificateSettings>;

/** Course of the example: any code looks like this one. */
const exampleCourse = 'AI-101';

/** What an agency decides about its next certificates; what was issued keeps what it was issued with. */
@Injectable()
export class CertificateSettingsService {
  constructor(
    private readonly db: Database,
    private readonly settings: SettingsService,
    private readonly organisations: OrganisationsService,
    private readonly certificates: CertificatesRepository,
    private readonly storage: Storage,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    photos: PhotoWishes,
  ) {
    photos.add(async (reader, agencyId) => {
      const { sttp } = await settings.get(reader, agencyId, certificateSettings);
      return sttp.issued && sttp.photo;
    });
  }

  /** @throws Problem NOT_FOUND, also for a unit: certificates are numbered by agencies */
  async describe(organisationId: string): Promise<Settings> {
    const agency = await this.agency(this.db, organisationId);
    return view(agency, await this.settings.get(this.db, agency.id, certificateSettings));
  }

  /** @throws Problem NOT_FOUND; CERTIFICATE_NUMBER_INVALID for a template that does not count certificates by the year */
  async change(actor: Actor, organisationId: string, { numberTemplate, classification, place, sttp }: Decisions): Promise<Settings> {
    if (!isNumberTemplate(numberTemplate)) throw new Problem('CERTIFICATE_NUMBER_INVALID');
    return this.decide(actor, organisationId, 'certificates.settings-changed', (before) => ({ ...before, numberTemplate, classification, place, sttp: sttp ?? before.sttp }));
  }

  /**
   * What the next certificate would print, so that a template is read before it counts.
   * @throws Problem NOT_FOUND
   */
  async example(organisationId: string, { numberTemplate, classification, place }: Omit<Decisions, 'sttp'>): Promise<{ number: string | null; fault: NumberTemplateFault | null; issued: string }> {
    const agency = await this.agency(this.db, organisationId);
    const date = dayIn(agency.timeZone, this.clock.now());
    const city = place === '' ? placeOfAgency(agency.name) : place;
    const issued = city === '' ? longDate(date) : `${city}, ${longDate(date)}`;
    const fault = numberTemplateFault(numberTemplate);
    if (fault !== null) return { number: null, fault, issued };
    const seq = await this.certificates.peekNumber(this.db, agency.id, numberTemplate, Number(date.slice(0, 4)));
    return { number: formatNumber(numberTemplate, { seq, courseCode: exampleCourse, date, classification, unit: agency.shortName }), fault, issued };
  }

  /**
   * Sets the emblem from a file that a person sent. The picture is stored before the setting names it, so a crash leaves at most a
   * picture that nobody names.
   * @throws Problem NOT_FOUND, EMBLEM_UNREADABLE, EMBLEM_UNSAFE
   */
  async addEmblem(actor: Actor, organisationId: string, source: Uint8Array): Promise<Settings> {
    const agency = await this.agency(this.db, organisationId);
    const made = await toEmblem(source);
    if (made === 'unreadable') throw new Problem('EMBLEM_UNREADABLE');
    if (made === 'unsafe') throw new Problem('EMBLEM_UNSAFE');
    const sha256 = createHash('sha256').update(made.bytes).digest('hex');
    await this.storage.put(emblemKey(agency.id, sha256), made.bytes);
    return this.decide(actor, agency.id, 'certificates.emblem-changed', (before) => ({ ...before, emblem: sha256 }));
  }

  /** @throws Problem NOT_FOUND for an emblem that this agency never set */
  async chooseEmblem(actor: Actor, organisationId: string, sha256: string | null): Promise<Settings> {
    if (sha256 !== null && (await this.storage.stat(emblemKey(organisationId, sha256))) === null) throw new Problem('NOT_FOUND');
    return this.decide(actor, organisationId, 'certificates.emblem-changed', (before) => ({ ...before, emblem: sha256 }));
  }

  /** The PNG of an emblem that the agency has or had. @throws Problem NOT_FOUND */
  async openEmblem(agencyId: string, sha256: string): Promise<{ content: Readable; bytes: number }> {
    const key = emblemKey(agencyId, sha256);
    const stored = await this.storage.stat(key);
    if (stored === null) throw new Problem('NOT_FOUND');
    return { content: await this.storage.read(key), bytes: stored.bytes };
  }

  private decide(actor: Actor, organisationId: string, action: string, change: (before: CertificateSetting) => CertificateSetting): Promise<Settings> {
    return this.db.tx(async (tx) => {
      const agency = await this.agency(tx, organisationId);
      const before = await this.settings.get(tx, agency.id, certificateSettings);
      const after = change(before);
      await this.settings.set(tx, agency.id, certificateSettings, after);
      await this.audit.record(tx, { actor, agencyId: agency.id, action, subject: { kind: 'organisation', id: agency.id }, details: { before: audited(before), after: audited(after) } });
      return view(agency, after);
    });
  }

  private async agency(reader: Reader | Tx, id: string): Promise<OrganisationPlace> {
    const place = await this.organisations.get(reader, id);
    // Whoever looks after a unit only must not number its whole agency's certificates by naming the unit.
    if (place.agencyId !== place.id) throw new Problem('NOT_FOUND');
    return place;
  }
}

function audited({ numberTemplate, classification, place, emblem, sttp }: CertificateSetting) {
  return { numberTemplate, classification, place, emblem, sttp: { ...sttp } };
}

function view(agency: OrganisationPlace, { numberTemplate, classification, place, emblem, sttp }: CertificateSetting): Settings {
  return {
    agency: { id: agency.id, name: agency.name },
    numberTemplate, classification, place, sttp: { ...sttp },
    emblem: emblem === null ? null : { sha256: emblem, url: emblemUrl(agency.id, emblem) },
    placeholders: [...numberPlaceholders],
  };
}
