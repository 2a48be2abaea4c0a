import { buffer } from 'node:stream/consumers';
import { Actor } from '../access/actor.js';
import { SettingsService } from '../settings/settings.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson } from '../testing/factories.js';
import { CertificateFiles } from './certificate-files.js';
import { certificateSettings } from './certificate-settings.js';
import { CertificateSettingsService } from './certificate-settings.service.js';
import { certificateSheet } from './certificate-views.js';
import { completedEnrolment } from './certificates.factory.js';
import { CertificatesService } from './certificates.service.js';

let bed: DomainBed;
let settings: CertificateSettingsService;

beforeAll(async () => {
  bed = await DomainBed.open();
  settings = bed.get(CertificateSettingsService);
  bed.clock.set('2026-11-09T14:30:00Z');
});
afterAll(() => bed.close());

const svg = (colour: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><circle cx="5" cy="5" r="5" fill="${colour}"/></svg>`);
const decisions = { numberTemplate: '{seq:3}/{klasifikasi}/{tahun}', classification: '800.2', place: 'Palu' };

async function somewhere() {
  const agency = await someAgency(bed);
  const personId = await somePerson(bed, { organisationId: agency.unitId });
  const path = agency.path.split('.')[0] ?? '';
  const actor = new Actor(personId, personId, personId, agency.agencyId, path, [{ role: 'agency_admin', path }]);
  const issue = async () => bed.get(CertificatesService).issue((await completedEnrolment(bed, { agency })).enrolmentId);
  return { agency, actor, issue, id: agency.agencyId };
}
const pictures = (pdf: Buffer) => pdf.toString('latin1').match(/\/Subtype\s*\/Image/g)?.length ?? 0;

it('decides number and place of the next certificate, with an audit row that says what it was before', async () => {
  const { id, actor, issue } = await somewhere();
  const first = await issue();
  expect((await settings.example(id, decisions)).number).toBe('001/800.2/2026');
  expect(await settings.change(actor, id, decisions)).toMatchObject({ ...decisions, emblem: null });
  const next = await issue();
  expect(next.number).toBe('001/800.2/2026');
  expect(next.printed.issued).toBe('Palu, 9 November 2026');
  expect(await bed.get(CertificatesService).get(bed.db, first.id)).toMatchObject({ number: first.number });
  expect(await settings.example(id, decisions)).toEqual({ number: '002/800.2/2026', fault: null, issued: 'Palu, 9 November 2026' });
  const audited = await bed.db.query('select actor_person_id, details from audit_event where action = $1 and subject_id = $2', ['certificates.settings-changed', id]);
  expect(audited).toMatchObject([{ actor_person_id: actor.personId, details: { before: { classification: '' }, after: { ...decisions, emblem: null } } }]);
});

it('says what is wrong with a template, and does not take it', async () => {
  const { id, actor } = await somewhere();
  const wrong = { ...decisions, numberTemplate: '{seq}/{nip}/{tahun}', place: '' };
  expect(await settings.example(id, wrong)).toMatchObject({ number: null, fault: { code: 'placeholder_unknown', placeholder: 'nip' } });
  await expect(settings.change(actor, id, wrong)).rejects.toMatchObject({ code: 'CERTIFICATE_NUMBER_INVALID' });
  expect((await settings.describe(id)).numberTemplate).toBe('{seq:4}/{kode_kursus}/{bulan_romawi}/{tahun}');
});

it('never prints a number twice when another template makes the same text', async () => {
  const { id, actor, issue } = await somewhere();
  await settings.change(actor, id, { ...decisions, numberTemplate: '{seq}/{klasifikasi}/{tahun}' });
  expect((await issue()).number).toBe('1/800.2/2026');
  await settings.change(actor, id, { ...decisions, numberTemplate: '{seq}/800.2/{tahun}' });
  expect((await issue()).number).toBe('2/800.2/2026');
});

it('prints the emblem on the next certificate, shows it on the screen, and keeps it where it was printed', async () => {
  const { id, actor, issue } = await somewhere();
  const plain = await issue();
  const { emblem } = await settings.addEmblem(actor, id, svg('#c00'));
  const certificate = await issue();
  const file = async (one: typeof certificate) => buffer((await bed.get(CertificateFiles).open(one)).content);
  expect(pictures(await file(certificate))).toBeGreaterThan(pictures(await file(plain)));
  expect(certificateSheet(certificate).emblem).toBe(emblem?.url);
  expect(certificateSheet(plain).emblem).toBeNull();
  const other = await settings.addEmblem(actor, id, svg('#00c'));
  expect(other.emblem?.sha256).not.toBe(emblem?.sha256);
  expect((await buffer((await settings.openEmblem(id, emblem?.sha256 ?? '')).content)).subarray(1, 4).toString()).toBe('PNG');
  // Undoing names the emblem of before; none is a choice too.
  expect((await settings.chooseEmblem(actor, id, emblem?.sha256 ?? '')).emblem).toEqual(emblem);
  expect((await settings.chooseEmblem(actor, id, null)).emblem).toBeNull();
  expect(await bed.db.query('select 1 from audit_event where action = $1 and subject_id = $2', ['certificates.emblem-changed', id])).toHaveLength(4);
});

it('refuses hostile files and emblems of others', async () => {
  const { id, actor } = await somewhere();
  const hostile = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');
  await expect(settings.addEmblem(actor, id, hostile)).rejects.toMatchObject({ code: 'EMBLEM_UNSAFE' });
  await expect(settings.addEmblem(actor, id, Buffer.from('GIF89a'))).rejects.toMatchObject({ code: 'EMBLEM_UNREADABLE' });
  const elsewhere = await somewhere();
  const theirs = await settings.addEmblem(elsewhere.actor, elsewhere.id, svg('#0c0'));
  await expect(settings.chooseEmblem(actor, id, theirs.emblem?.sha256 ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(settings.openEmblem(id, theirs.emblem?.sha256 ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await settings.describe(id)).emblem).toBeNull();
});

it('belongs to the agency: naming a unit finds nothing', async () => {
  const { agency, actor } = await somewhere();
  await expect(settings.describe(agency.unitId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(settings.change(actor, agency.unitId, decisions)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('reads settings that were stored before there were emblems', async () => {
  const { id } = await somewhere();
  await bed.db.query('insert into setting (organisation_id, key, value, changed_at) values ($1, $2, $3, now())', [
    id, certificateSettings.key, JSON.stringify({ numberTemplate: '{seq}/{tahun}', classification: '', place: '', sealDriver: 'system' }),
  ]);
  expect(await bed.get(SettingsService).get(bed.db, id, certificateSettings)).toMatchObject({ numberTemplate: '{seq}/{tahun}', emblem: null });
});
