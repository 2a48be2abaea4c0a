import { createHash } from 'node:crypto';
import { CertificatesService } from '@pamong/domain/certificates/certificates.service';
import { LedgerService } from '@pamong/domain/ledger/ledger.service';
import { newId } from '@pamong/platform/ids/new-id';
import type { Place, SignedIn } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

describe('certificates and ledger over HTTP', () => {
  let bed: ApiBed;
  let place: Place;
  let learner: SignedIn;
  let admin: SignedIn;
  let foreign: SignedIn;

  beforeAll(async () => {
    bed = await ApiBed.open();
    place = await bed.place();
    learner = await bed.signIn(place);
    admin = await bed.signIn(place, 'agency_admin');
    foreign = await bed.signIn(await bed.place(), 'agency_admin');
  });

  afterAll(() => bed.close());

  /** A course of one text lesson, taken and finished by the learner, and its certificate as the worker makes it. */
  async function certified(): Promise<string> {
    const { courses } = admin.client;
    const draft = await courses.create({ body: { title: 'Keamanan Informasi' } });
    const params = { courseId: draft.id };
    const { lessonId } = await courses.addLesson({ params: { ...params, moduleId: draft.modules[0]?.id ?? '' }, body: { kind: 'text', title: 'Bacaan', minutes: 90 } });
    await courses.changeLesson({ params: { ...params, lessonId }, body: { revision: 1, body: { html: '<p>Isi</p>' } } });
    await courses.change({ params, body: { revision: draft.revision, summary: 'Menjaga data warga. '.repeat(40) } });
    await courses.publish({ params, body: { number: 1 } });
    const enrolment = await learner.client.enrolments.enrol({ params, body: { nameOnCertificate: 'Nurhayati, S.Kep., Ns.' } });
    await learner.client.learning.complete({ params: { ...params, lessonId } });
    const { id } = await bed.get(CertificatesService).issue(enrolment.id);
    await bed.get(LedgerService).recordCertificate(id);
    return id;
  }

  const file = (certificateId: string, cookie?: string) =>
    bed.app.inject({ method: 'GET', url: `/api/certificates/${certificateId}/file`, ...(cookie === undefined ? {} : { headers: { cookie } }) });

  it('gives the holder a list, a sheet and the sealed file to the last byte', async () => {
    const certificateId = await certified();
    const { items } = await learner.client.certificates.mine();
    const own = items.find((one) => one.id === certificateId);
    expect(own).toMatchObject({ status: 'valid', jp: 2, courseTitle: 'Keamanan Informasi' });
    const sheet = await learner.client.certificates.get({ params: { certificateId } });
    expect(sheet).toMatchObject({ deed: 'telah mengikuti dan menyelesaikan pelatihan', subjects: [{ jp: 2 }] });
    const answer = await file(certificateId, learner.cookie);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-transform, max-age=0' });
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="Sertifikat \d{4}-.*\.pdf"$/);
    expect(createHash('sha256').update(answer.rawPayload).digest('hex')).toBe(own?.sha256);
    expect(await learner.client.ledger.standing()).toMatchObject({ rule: 'minimum', target: 20 });
    expect((await learner.client.ledger.mine({ query: {} })).items).toContainEqual(expect.objectContaining({ certificateId, jp: 2, kind: 'course' }));
  });

  it('tells a stranger with the code what is public, and keeps the page out of search engines', async () => {
    const certificateId = await certified();
    const { code, sha256 } = await learner.client.certificates.get({ params: { certificateId } });
    const found = await bed.client().certificates.verify({ params: { code: code.toLowerCase() } });
    expect(found).toMatchObject({ status: 'valid', sha256, sealNote: 'Disegel oleh sistem; belum ditandatangani secara elektronik' });
    expect(Object.keys(found)).not.toEqual(expect.arrayContaining(['id', 'courseId', 'personId']));
    const answer = await bed.app.inject({ method: 'GET', url: `/api/verification/${code}` });
    expect(answer.headers['x-robots-tag']).toBe('noindex, nofollow');
    await expect(bed.client().certificates.verify({ params: { code: '0000-0000-0000' } })).rejects.toMatchObject({ code: 'CERTIFICATE_UNKNOWN', problem: { status: 404 } });
  });

  it('lets an admin of the agency find and revoke, once', async () => {
    const certificateId = await certified();
    const { code, number } = await learner.client.certificates.get({ params: { certificateId } });
    const listed = await admin.client.certificates.issued({ query: { search: number } });
    expect(listed.items).toMatchObject([{ id: certificateId, can: { revoke: true } }]);
    expect((await file(certificateId, admin.cookie)).statusCode).toBe(200);
    const revoke = (reason: string) => admin.client.certificates.revoke({ params: { certificateId }, body: { reason } });
    await expect(revoke('  kurang ')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await revoke('Data peserta keliru.');
    await expect(revoke('Data peserta keliru.')).rejects.toMatchObject({ code: 'CERTIFICATE_REVOKED', problem: { status: 409 } });
    expect(await bed.client().certificates.verify({ params: { code } })).toMatchObject({ status: 'revoked', revocationReason: 'Data peserta keliru.' });
    expect((await admin.client.certificates.issued({ query: { search: number } })).items).toMatchObject([{ status: 'revoked', can: { revoke: false } }]);
  });

  it('keeps others out: 401 without a session, 404 for what is not theirs, 403 without the permission', async () => {
    const certificateId = await certified();
    const visitor = bed.client();
    await expect(visitor.certificates.mine()).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect((await file(certificateId)).statusCode).toBe(401);
    for (const stranger of [foreign, await bed.signIn(place)]) {
      await expect(stranger.client.certificates.get({ params: { certificateId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await file(certificateId, stranger.cookie)).statusCode).toBe(404);
    }
    const revocation = { params: { certificateId }, body: { reason: 'Data peserta keliru.' } };
    await expect(foreign.client.certificates.revoke(revocation)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(learner.client.certificates.revoke(revocation)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(admin.client.certificates.revoke({ ...revocation, params: { certificateId: newId() } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(learner.client.certificates.issued({ query: {} })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await foreign.client.certificates.issued({ query: {} })).total).toBe(0);
    await expect(learner.client.ledger.team()).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await (await bed.signIn(place, 'supervisor')).client.ledger.team()).items).toEqual([]);
  });
});
