import { Inject, Injectable } from '@nestjs/common';
import type { CompiledCourse } from '@pamong/contract/course-content';
import { dayIn } from '@pamong/platform/clock/days';
import { CONFIG } from '@pamong/platform/config/config';
import type { Config } from '@pamong/platform/config/config';
import type { Reader } from '@pamong/platform/database/database';
import type { Enrolment } from '../enrolments/enrolments.service.js';
import type { OrganisationPlace } from '../organisations/organisations.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { OutsidersService } from '../entry/outsiders.service.js';
import { PeopleService } from '../people/people.service.js';
import { PersonPhotosService } from '../people/person-photos.service.js';
import type { SttpSetting } from './certificate-settings.js';
import { emblemPath, photoPath } from './emblem.rules.js';
import { placeOfAgency, printedBirth, printedIdentity, rankAndPost } from './identity.rules.js';
import { SEAL_NOTE } from './printed-certificate.js';
import type { PrintedCertificate } from './printed-certificate.js';
import { shareHours } from './subjects.rules.js';
import { dateRange, jpInWords, longDate } from './wording.rules.js';

/** What the certificate is about and what was given to it. */
export interface PrintOccasion {
  enrolment: Enrolment;
  course: CompiledCourse;
  issuer: OrganisationPlace;
  agency: OrganisationPlace;
  place: string;
  /** Hash of the agency's emblem, if it has one. */
  emblem: string | null;
  sttp: SttpSetting;
  /** Day of issue in the agency's zone. */
  day: string;
  number: string;
  code: string;
}

/** Puts the text of a certificate together, once, when it is issued. */
@Injectable()
export class PrintComposer {
  constructor(
    private readonly people: PeopleService,
    private readonly organisations: OrganisationsService,
    private readonly outsiders: OutsidersService,
    private readonly photos: PersonPhotosService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async compose(reader: Reader, occasion: PrintOccasion): Promise<PrintedCertificate> {
    const { enrolment, course, issuer, agency, day, number, code } = occasion;
    const person = await this.people.get(reader, enrolment.personId);
    const unit = await this.organisations.get(reader, person.organisationId);
    const employer = await this.organisations.get(reader, person.agencyId);
    const affiliation = await this.outsiders.affiliationOf(reader, person.id);
    const startedOn = dayIn(agency.timeZone, enrolment.enrolledAt);
    const completedOn = dayIn(agency.timeZone, enrolment.completedAt ?? enrolment.lastActivityAt);
    const place = occasion.place || placeOfAgency(agency.name);
    const scored = course.rules.requirements.includes('final_score');
    const isSttp = scored && occasion.sttp.issued;
    const photo = isSttp && occasion.sttp.photo ? await this.photos.keyOf(reader, person.id) : null;
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    return {
      date: [year, month, date],
      emblem: occasion.emblem === null ? null : emblemPath(occasion.emblem),
      parent: issuer.id === agency.id ? '' : agency.name,
      agency: issuer.name,
      photo: photo === null ? null : photoPath(photo),
      title: isSttp ? 'Surat Tanda Tamat Pelatihan' : 'Sertifikat',
      number,
      name: enrolment.nameOnCertificate,
      identity: printedIdentity(person.number),
      position: [isSttp && occasion.sttp.birth ? printedBirth(await this.people.birthOf(reader, person.id)) : '', rankAndPost(person), affiliation ?? (unit.id === employer.id ? employer.name : `${unit.name}, ${employer.name}`)],
      deed: scored ? 'telah menyelesaikan dan dinyatakan lulus pelatihan' : 'telah mengikuti dan menyelesaikan pelatihan',
      course: course.title,
      sentence: [`yang diselenggarakan secara daring oleh ${issuer.name}`, `pada ${dateRange(startedOn, completedOn)} ${lengthInWords(course)}`],
      issued: place === '' ? longDate(day) : `${place}, ${longDate(day)}`,
      issuer: issuer.name,
      verifyUrl: `${this.config.publicUrl}/v/${code}`,
      code,
      sealNote: SEAL_NOTE,
      subjects: shareHours(course.modules, course.jp),
      totalJp: course.jp,
      courseCode: course.code,
      siasnKind: course.siasnKind,
      startedOn,
      completedOn,
      staffNumber: person.number,
    };
  }
}

/** "selama 4 (empat) jam pelajaran"; below 45 minutes the minutes are named, and no hours. */
function lengthInWords({ jp, minutes }: CompiledCourse): string {
  return jp > 0 ? `selama ${jpInWords(jp)}` : `selama ${minutes} menit, tanpa jam pelajaran (JP)`;
}
