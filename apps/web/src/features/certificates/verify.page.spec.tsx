import { createHash } from 'node:crypto';
import type { PublicCertificate } from '@pamong/contract/certificates';
import { screen } from '@testing-library/react';
import type * as z from 'zod';
import { FakeProblem } from '../../testing/fake-api.js';
import { renderPage } from '../../testing/render-page.js';
import VerifyPage from './verify.page.js';

const DOCUMENT = 'isi sertifikat yang disegel';

const certificate: z.output<typeof PublicCertificate> = {
  status: 'valid',
  number: '0007/AI-101/XI/2026',
  code: '7KQ2-MX9D-4TFH',
  name: "Dr. Hj. Nurhayati Ma'ruf, S.Kom., M.Si.",
  courseTitle: 'Kecerdasan Artifisial untuk ASN',
  issuer: 'BPSDM',
  agency: 'Pemerintah Provinsi Nusa Cendana',
  startedOn: '2026-11-03',
  completedOn: '2026-11-09',
  jp: 4,
  minutes: 180,
  issuedAt: '2026-11-09T06:32:00Z',
  revokedAt: null,
  revocationReason: null,
  maskedNumber: { kind: 'NIP', value: '1990•••••••••••907' },
  sealNote: 'Disegel oleh sistem; belum ditandatangani secara elektronik',
  sealedAt: '2026-11-09T06:32:01Z',
  sha256: createHash('sha256').update(DOCUMENT).digest('hex'),
  bytes: DOCUMENT.length,
};

const open = (answer: () => z.output<typeof PublicCertificate> | FakeProblem) =>
  renderPage(VerifyPage, { path: '/v/:code', at: '/v/7KQ2-MX9D-4TFH', namespaces: ['certificates'], answers: { 'certificates.verify': answer } });

/** jsdom's files cannot be read as a buffer; browsers' can. */
function pdf(content: string, size?: number): File {
  const file = new File([content], 'sertifikat.pdf', { type: 'application/pdf' });
  Object.assign(file, { arrayBuffer: () => Promise.resolve(Uint8Array.from(Buffer.from(content)).buffer), slice: (from: number, to: number) => pdf(content.slice(from, to)) });
  if (size !== undefined) Object.defineProperty(file, 'size', { value: size });
  return file;
}

it('shows a valid certificate to a stranger, with a masked number', async () => {
  await open(() => certificate);
  expect(await screen.findByRole('heading', { level: 1, name: 'Sertifikat ini berlaku' })).toBeTruthy();
  for (const text of [certificate.name, '1990•••••••••••907', '4 JP', '0007/AI-101/XI/2026', certificate.sealNote]) expect(screen.getByText(text)).toBeTruthy();
  expect(screen.getByText('3 November 2026 s.d. 9 November 2026')).toBeTruthy();
  expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toContain('noindex');
});

it('compares a file on the device: the same, one letter changed, too large', async () => {
  const { user, api } = await open(() => certificate);
  const input = await screen.findByLabelText('Taruh berkas PDF sertifikat di sini');
  await user.upload(input, pdf(DOCUMENT));
  expect((await screen.findByText('Berkas ini asli')).closest('[role=status]')).toBeTruthy();
  await user.upload(input, pdf(DOCUMENT.replace('sertifikat', 'Sertifikat')));
  expect((await screen.findByText('Berkas ini berbeda')).closest('[role=alert]')).toBeTruthy();
  await user.upload(input, pdf(`${DOCUMENT}\n4 0 obj`));
  expect((await screen.findByText('Berkas ini diubah setelah disegel')).closest('[role=alert]')).toBeTruthy();
  await user.upload(input, pdf(DOCUMENT, 26 * 1024 * 1024));
  expect(await screen.findByText('Berkas ini terlalu besar')).toBeTruthy();
  expect(api.seen.map((one) => one.route)).toEqual(['certificates.verify']);
});

it('says plainly when a certificate was revoked, and why', async () => {
  await open(() => ({ ...certificate, status: 'revoked', revokedAt: '2026-11-12T01:00:00Z', revocationReason: 'Nama keliru.' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Sertifikat ini dicabut' })).toBeTruthy();
  expect(screen.getByText('Dicabut pada 12 November 2026. Alasan: Nama keliru.')).toBeTruthy();
});

it('helps with an unknown code, and says how long to wait after many', async () => {
  const first = await open(() => new FakeProblem('CERTIFICATE_UNKNOWN', {}, [], 404));
  expect(await screen.findByText('Kode ini tidak kami kenal')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Ketik kode lain' }).getAttribute('href')).toBe('/v');
  first.unmount();
  await open(() => new FakeProblem('CERTIFICATE_CHECKS_LIMITED', { minutes: 7 }, [], 429));
  expect(await screen.findByText(/Coba lagi dalam 7 menit/)).toBeTruthy();
});
