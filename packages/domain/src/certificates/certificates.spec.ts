import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Type } from '@nestjs/common';
import { SealRegistry } from '@pamong/platform/documents/seals/seal-driver';
import { Storage } from '@pamong/platform/storage/storage';
import { Actor } from '../access/actor.js';
import { MessagesService } from '../messages/messages.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson } from '../testing/factories.js';
import { CertificateFiles } from './certificate-files.js';
import { publicCertificate } from './certificate-views.js';
import { completedEnrolment } from './certificates.factory.js';
import { CertificatesService } from './certificates.service.js';
import { VerificationService } from './verification.service.js';

let bed: DomainBed;
let certificates: CertificatesService;

beforeAll(async () => {
  bed = await DomainBed.open();
  certificates = bed.get(CertificatesService);
});
afterAll(() => bed.close());

const actor = (personId: string, path: string) => new Actor(personId, personId, personId, personId, path, [{ role: 'training_admin', path }]);

test('a completed enrolment gets one numbered, sealed certificate that says what was done', async () => {
  bed.clock.set('2026-11-09T14:30:00Z');
  const { enrolmentId, personId } = await completedEnrolment(bed);
  const issued = await certificates.issue(enrolmentId);
  expect(issued.number).toMatch(/^0001\/AI-\w{8}\/XI\/2026$/);
  expect(issued.printed).toMatchObject({
    name: 'Nurhayati, S.Kep., Ns.',
    deed: 'telah menyelesaikan dan dinyatakan lulus pelatihan',
    sentence: ['yang diselenggarakan secara daring oleh Dinas Kesehatan', 'pada 3 s.d. 9 November 2026 selama 4 (empat) jam pelajaran'],
    subjects: [{ title: 'Mata pelatihan 1', jp: 1 }, { title: 'Mata pelatihan 2', jp: 3 }],
    totalJp: 4,
    sealNote: 'Disegel oleh sistem; belum ditandatangani secara elektronik',
  });
  expect(issued.printed.identity).toMatch(/^NIP \d{8} \d{6} \d \d{3}$/);
  expect(issued.printed.issued).toMatch(/^[0-9a-f]{8}, 9 November 2026$/);
  const { content, bytes, name } = await bed.get(CertificateFiles).open(issued);
  const pdf = await buffer(content);
  expect(pdf.length).toBe(bytes);
  expect(name).toMatch(/^Sertifikat 0001-AI-\w{8}-XI-2026\.pdf$/);
  expect(createHash('sha256').update(pdf).digest().equals(issued.fileSha256 ?? Buffer.alloc(0))).toBe(true);
  expect(await bed.get(SealRegistry).get('system').verify(pdf)).toMatchObject({ intact: true });
  expect(await bed.outbox('certificates.issued', issued.id)).toEqual([{ certificateId: issued.id }]);
  const inbox = await bed.get(MessagesService).list(personId, 1, 10);
  expect(inbox.items.map(({ kind, link }) => ({ kind, link }))).toEqual([{ kind: 'certificates.issued', link: `/sertifikat/${issued.id}` }]);
});

test('delivered many times at once, there is one certificate, one number, one file and one message', async () => {
  const agency = await someAgency(bed);
  const { enrolmentId, personId } = await completedEnrolment(bed, { agency });
  const answers = await Promise.all(Array.from({ length: 5 }, () => certificates.issue(enrolmentId)));
  expect(new Set(answers.map(({ id, fileKey }) => `${id} ${fileKey}`)).size).toBe(1);
  expect((await bed.get(MessagesService).list(personId, 1, 10)).total).toBe(1);
  const [counter] = await bed.db.query<{ last: number }>('select last from certificate_counter where agency_id = $1', [agency.agencyId]);
  expect(counter?.last).toBe(1);
});

test('a crash between the record and the document leaves neither a gap nor a second number', async () => {
  const agency = await someAgency(bed);
  const first = await completedEnrolment(bed, { agency });
  const storage = bed.get(Storage as Type<Storage>);
  const put = jest.spyOn(storage, 'put').mockRejectedValueOnce(new Error('the disk is full'));
  await expect(certificates.issue(first.enrolmentId)).rejects.toThrow('the disk is full');
  put.mockRestore();
  const [waiting] = await certificates.listOwn(first.personId);
  expect(waiting && publicCertificate(waiting).status).toBe('preparing');
  const done = await certificates.issue(first.enrolmentId);
  expect({ id: done.id, number: done.number.slice(0, 4) }).toEqual({ id: waiting?.id, number: '0001' });
  expect(done.fileBytes).toBeGreaterThan(10_000);
  const second = await certificates.issue((await completedEnrolment(bed, { agency })).enrolmentId);
  expect(second.number.slice(0, 4)).toBe('0002');
});

test('numbers of one agency have no gaps under load, and begin again each year', async () => {
  const agency = await someAgency(bed);
  bed.clock.set('2026-12-31T15:59:00Z');
  const enrolments = await Promise.all(Array.from({ length: 8 }, () => completedEnrolment(bed, { agency })));
  const issued = await Promise.all(enrolments.map(({ enrolmentId }) => certificates.issue(enrolmentId)));
  expect(issued.map(({ number }) => Number(number.slice(0, 4))).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  // 16.00 UTC is midnight in the agency's zone (WITA).
  bed.clock.set('2026-12-31T16:00:00Z');
  const next = await certificates.issue((await completedEnrolment(bed, { agency })).enrolmentId);
  expect(next.number).toMatch(/^0001\/.*\/I\/2027$/);
});

test('below 45 minutes no lesson hour is claimed, and people without a number are named alone', async () => {
  bed.clock.set('2026-11-09T03:00:00Z');
  const { enrolmentId } = await completedEnrolment(bed, { minutes: [5], person: { employmentKind: 'NON_ASN', staffNumber: null, postName: null } });
  const { printed, jp } = await certificates.issue(enrolmentId);
  expect(jp).toBe(0);
  expect(printed).toMatchObject({ identity: '', totalJp: 0 });
  expect(printed.sentence[1]).toBe('pada 3 s.d. 9 November 2026 selama 5 menit, tanpa jam pelajaran (JP)');
});

test('strangers learn what they need and no more; guessing is slowed down', async () => {
  const { enrolmentId } = await completedEnrolment(bed);
  const issued = await certificates.issue(enrolmentId);
  const verification = bed.get(VerificationService);
  const found = publicCertificate(await verification.find(issued.code.toLowerCase().replaceAll('-', ' '), '192.0.2.1'));
  expect(found).toMatchObject({ status: 'valid', number: issued.number, jp: 4, sha256: issued.fileSha256?.toString('hex') });
  expect(found.maskedNumber?.value).toMatch(/^\d{4}•{11}\d{3}$/);
  expect(JSON.stringify(found)).not.toContain(issued.printed.staffNumber?.value);
  for (let miss = 0; miss < 30; miss += 1) await expect(verification.find('0000-0000-0000', '192.0.2.1')).rejects.toMatchObject({ code: 'CERTIFICATE_UNKNOWN' });
  await expect(verification.find('not a code', '192.0.2.1')).rejects.toMatchObject({ code: 'CERTIFICATE_CHECKS_LIMITED', params: { minutes: 10 } });
  await expect(verification.find(issued.code, '192.0.2.1')).resolves.toMatchObject({ id: issued.id });
  await expect(verification.find('0000-0000-0000', '192.0.2.2')).rejects.toMatchObject({ code: 'CERTIFICATE_UNKNOWN' });
  bed.clock.advance({ minutes: 11 });
  await expect(verification.find('0000-0000-0000', '192.0.2.1')).rejects.toMatchObject({ code: 'CERTIFICATE_UNKNOWN' });
});

test('a certificate is revoked once, with a reason that its page shows', async () => {
  const agency = await someAgency(bed);
  const { enrolmentId, personId } = await completedEnrolment(bed, { agency });
  const { id } = await certificates.issue(enrolmentId);
  const admin = actor(await somePerson(bed, { organisationId: agency.unitId }), agency.path);
  await certificates.revoke(admin, id, 'Nama pada sertifikat keliru.');
  await expect(certificates.revoke(admin, id, 'Sekali lagi, keliru.')).rejects.toMatchObject({ code: 'CERTIFICATE_REVOKED' });
  expect(publicCertificate(await certificates.get(bed.db, id))).toMatchObject({ status: 'revoked', revocationReason: 'Nama pada sertifikat keliru.' });
  expect(await bed.outbox('certificates.revoked', id)).toHaveLength(1);
  expect((await bed.get(MessagesService).list(personId, 1, 10)).items.map(({ kind }) => kind).sort()).toEqual(['certificates.issued', 'certificates.revoked']);
});

test('admins see and read the certificates of their own organisations only', async () => {
  const [own, foreign] = [await someAgency(bed), await someAgency(bed)];
  const mine = await certificates.issue((await completedEnrolment(bed, { agency: own })).enrolmentId);
  const theirs = await certificates.issue((await completedEnrolment(bed, { agency: foreign })).enrolmentId);
  const admin = actor(await somePerson(bed, { organisationId: own.unitId }), own.path);
  const listed = await certificates.listIssued(admin.scope('certificate.read'), '', 1, 20);
  expect(listed).toMatchObject({ total: 1, items: [{ id: mine.id }] });
  expect((await certificates.listIssued(admin.scope('certificate.read'), mine.number.slice(5), 1, 20)).total).toBe(1);
  expect((await certificates.listIssued(admin.scope('certificate.read'), '100%', 1, 20)).total).toBe(0);
  await expect(certificates.getReadable(admin, theirs.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(certificates.getReadable(admin, mine.id)).resolves.toMatchObject({ id: mine.id });
  await expect(certificates.getOwn(admin.personId, mine.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
