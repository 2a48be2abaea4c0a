import type { Certificate, IssuedCertificate } from '@pamong/contract/certificates';
import { screen, within } from '@testing-library/react';
import type { ComponentType } from 'react';
import type * as z from 'zod';
import { useSession } from '../../shared/session/use-session.js';
import { instructor, nurhayati, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import IssuedCertificatesPage from './issued-certificates.page.js';
import MyCertificatesPage from './my-certificates.page.js';

const ID = '0199a2b4-7c00-7000-8000-000000000011';

const mine: z.output<typeof Certificate> = {
  id: ID,
  courseId: '0199a2b4-7c00-7000-8000-000000000012',
  title: 'Sertifikat', courseCode: 'AI-101',
  status: 'valid',
  number: '0007/AI-101/XI/2026',
  code: '7KQ2-MX9D-4TFH',
  name: nurhayati.fullName,
  courseTitle: 'Kecerdasan Artifisial untuk ASN',
  issuer: 'BPSDM',
  startedOn: '2026-11-03',
  completedOn: '2026-11-09',
  jp: 0,
  minutes: 5,
  issuedAt: '2026-11-09T06:32:00Z',
  revokedAt: null,
  revocationReason: null,
  verifyUrl: 'https://pamong.example/v/7KQ2-MX9D-4TFH',
  sha256: 'ab',
  bytes: 73_000,
};

const { verifyUrl: _url, sha256: _hash, bytes: _bytes, courseId: _course, ...shared } = mine;
const issued: z.output<typeof IssuedCertificate> = { ...shared, can: { revoke: true } };

/** As the gate does: the page appears when the person is known. */
const gated = (Page: ComponentType) =>
  function Gated() {
    return useSession().me ? <Page /> : null;
  };

it('lists my certificates with their state, hours and size', async () => {
  await renderPage(gated(MyCertificatesPage), {
    namespaces: ['certificates'],
    answers: { 'session.get': () => sessionOf(nurhayati), 'certificates.mine': () => ({ items: [mine, { ...mine, id: `${ID.slice(0, -1)}2`, number: '0008', status: 'preparing' }] }) },
  });
  const [first, second] = await screen.findAllByRole('listitem');
  const card = within(first as HTMLElement);
  expect(card.getByText('Berlaku')).toBeTruthy();
  expect(card.getByText('tanpa JP')).toBeTruthy();
  expect(card.getByRole('link', { name: /Unduh 0007.*73/ }).getAttribute('href')).toBe(`/api/certificates/${ID}/file`);
  expect(within(second as HTMLElement).queryByRole('link', { name: /Unduh/ })).toBeNull();
});

it('says what will be here and leads to the catalogue', async () => {
  await renderPage(gated(MyCertificatesPage), { namespaces: ['certificates'], answers: { 'session.get': () => sessionOf(nurhayati), 'certificates.mine': () => ({ items: [] }) } });
  expect((await screen.findByRole('link', { name: 'Cari pelatihan' })).getAttribute('href')).toBe('/katalog');
});

it('revokes with a reason, and only with one', async () => {
  const { user, api } = await renderPage(gated(IssuedCertificatesPage), {
    path: '/kelola/sertifikat',
    namespaces: ['certificates'],
    answers: {
      'session.get': () => sessionOf(instructor),
      'certificates.issued': () => ({ items: [issued], total: 1, page: 1, size: 20, addressSet: false }),
      'certificates.revoke': () => undefined,
    },
  });
  expect(await screen.findByText('Alamat publik belum diatur')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Cabut 0007/AI-101/XI/2026' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Cabut sertifikat' }));
  expect(await dialog.findByRole('alert')).toBeTruthy();
  await user.type(dialog.getByLabelText('Alasan pencabutan'), 'Data peserta keliru.');
  await user.click(dialog.getByRole('button', { name: 'Cabut sertifikat' }));
  expect(await screen.findByText('Sertifikat 0007/AI-101/XI/2026 sudah dicabut.')).toBeTruthy();
  expect(api.seen.filter((one) => one.route === 'certificates.revoke').map((one) => one.body)).toEqual([{ reason: 'Data peserta keliru.' }]);
});
