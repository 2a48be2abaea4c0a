import { buffer } from 'node:stream/consumers';
import { OutsidersRepository } from '../entry/outsiders.repository.js';
import { DomainBed } from '../testing/domain-bed.js';
import { CertificateFiles } from './certificate-files.js';
import { CertificatesService } from './certificates.service.js';
import { completedEnrolment } from './certificates.factory.js';

test('somebody from outside is printed with the degrees as typed and the agency of their own words, without number or rank', async () => {
  const bed = await DomainBed.open();
  try {
    const { enrolmentId, personId } = await completedEnrolment(bed, {
      person: { titleBefore: 'dr.', name: 'Maria Goretti Tanuwijaya', titleAfter: 'Sp.A(K)., M.Kes.', employmentKind: 'NON_ASN', staffNumber: null, postName: null },
      nameOnCertificate: 'dr. Maria Goretti Tanuwijaya, Sp.A(K)., M.Kes.',
    });
    await bed.db.tx((tx) => bed.get(OutsidersRepository).insert(tx, { personId, affiliation: 'Universitas Nusa Cendana, Fakultas Kedokteran', number: null, registeredAt: bed.clock.now() }));
    const certificate = await bed.get(CertificatesService).issue(enrolmentId);
    expect(certificate.printed).toMatchObject({ name: 'dr. Maria Goretti Tanuwijaya, Sp.A(K)., M.Kes.', identity: '', position: ['', '', 'Universitas Nusa Cendana, Fakultas Kedokteran'], staffNumber: null });
    const pdf = await buffer((await bed.get(CertificateFiles).open(certificate)).content);
    expect(pdf.toString('latin1')).toMatch(/\/Count 2\b/);
  } finally {
    await bed.close();
  }
});
