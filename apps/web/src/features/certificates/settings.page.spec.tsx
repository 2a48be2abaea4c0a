import type { CertificateSettings } from '@pamong/contract/certificate-settings';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import type * as z from 'zod';
import { useSession } from '../../shared/session/use-session.js';
import { FakeProblem } from '../../testing/fake-api.js';
import { nurhayati, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import CertificateSettingsPage from './settings.page.js';

const sha256 = 'a'.repeat(64);
const settings: z.output<typeof CertificateSettings> = {
  agency: { id: nurhayati.agency.id, name: nurhayati.agency.name }, numberTemplate: '{seq:4}/{tahun}', classification: '', place: '', sttp: { issued: false, birth: true, photo: false }, emblem: null, placeholders: ['seq:4', 'tahun', 'unit'],
};

function Gated() {
  return useSession().me ? <CertificateSettingsPage /> : null;
}

const open = (answers: Parameters<typeof renderPage>[1]['answers'] = {}) =>
  renderPage(Gated, {
    namespaces: ['certificates'],
    answers: {
      'organisations.listSettled': () => ({ items: [] }),
      'session.get': () => sessionOf({ ...nurhayati, can: ['certificate.read', 'certificate.manage'] }),
      'certificateSettings.get': () => settings,
      'certificateSettings.example': ({ query }) =>
        query.numberTemplate.includes('{nip}')
          ? { number: null, fault: { code: 'placeholder_unknown', placeholder: 'nip' }, issued: 'Palu, 9 November 2026' }
          : { number: query.numberTemplate.replace('{seq:4}', '0008').replace('{tahun}', '2026').replace('{unit}', 'BKPSDM'), fault: null, issued: 'Palu, 9 November 2026' },
      ...answers,
    },
  });

it('shows what the next number will be, names an unknown placeholder, and saves', async () => {
  const { user, api } = await open({ 'certificateSettings.change': ({ body }) => ({ ...settings, ...body }) });
  expect((await screen.findAllByText('0008/2026')).length).toBeGreaterThan(0);
  const field = screen.getByLabelText('Format nomor');
  fireEvent.change(field, { target: { value: '{seq:4}/{nip}/{tahun}' } });
  expect(await screen.findByText(/Isian \{nip\} tidak dikenal/)).toBeTruthy();
  expect(screen.getByText('Contoh nomor tampil setelah formatnya benar.')).toBeTruthy();
  fireEvent.change(field, { target: { value: '{seq:4}/{tahun}/' } });
  (field as HTMLInputElement).setSelectionRange(16, 16);
  await user.click(screen.getByRole('button', { name: 'Sisipkan {unit}' }));
  expect((await screen.findAllByText('0008/2026/BKPSDM')).length).toBeGreaterThan(0);
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  expect(await screen.findByText('Pengaturan sertifikat tersimpan.')).toBeTruthy();
  expect(api.seen.find((one) => one.route === 'certificateSettings.change')?.body).toEqual({ numberTemplate: '{seq:4}/{tahun}/{unit}', classification: '', place: '', sttp: settings.sttp });
});

it('keeps what was typed when the server refuses it', async () => {
  const { user } = await open({ 'certificateSettings.change': () => new FakeProblem('CERTIFICATE_NUMBER_INVALID', {}, [], 422) });
  const field = await screen.findByLabelText('Format nomor');
  fireEvent.change(field, { target: { value: 'A{tahun}' } });
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  expect(await screen.findByText('Format nomor belum benar. Keterangannya ada di bawah isian.')).toBeTruthy();
  expect((field as HTMLInputElement).value).toBe('A{tahun}');
});

it('asks for a photo only where an STTP is issued, and shows its title at once', async () => {
  const { user, api } = await open({ 'certificateSettings.change': ({ body }) => ({ ...settings, ...body }) });
  expect(screen.queryByRole('checkbox', { name: /pasfoto/i })).toBeNull();
  await user.click(await screen.findByRole('checkbox', { name: /Terbitkan STTP/ }));
  await user.click(screen.getByRole('checkbox', { name: /pasfoto/i }));
  expect(await screen.findByText('Surat Tanda Tamat Pelatihan')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(api.seen.find((one) => one.route === 'certificateSettings.change')?.body).toMatchObject({ sttp: { issued: true, birth: true, photo: true } }));
});

it('takes an emblem, offers to take that back, and says why a file is refused', async () => {
  const emblem = { sha256, url: `/api/organisations/${settings.agency.id}/emblems/${sha256}` };
  let refuse = false;
  const { user, api } = await open({
    'certificateSettings.addEmblem': () => (refuse ? new FakeProblem('EMBLEM_UNSAFE', {}, [], 422) : { ...settings, emblem }),
    'certificateSettings.chooseEmblem': ({ body }) => ({ ...settings, emblem: body.sha256 === null ? null : emblem }),
  });
  const drop = await screen.findByLabelText('Taruh berkas lambang di sini');
  await user.upload(drop, new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'lambang.svg', { type: 'image/svg+xml' }));
  expect((await screen.findByAltText('Lambang instansi saat ini')).getAttribute('src')).toBe(emblem.url);
  expect(api.seen.find((one) => one.route === 'certificateSettings.addEmblem')?.body).toEqual({ data: btoa('<svg xmlns="http://www.w3.org/2000/svg"/>') });
  await user.click(await screen.findByRole('button', { name: 'Urungkan' }));
  await waitFor(() => expect(screen.queryByAltText('Lambang instansi saat ini')).toBeNull());
  refuse = true;
  await user.upload(screen.getByLabelText('Taruh berkas lambang di sini'), new File(['<svg><script/></svg>'], 'x.svg', { type: 'image/svg+xml' }));
  expect(await screen.findByText(/memuat program, tautan ke luar/)).toBeTruthy();
});
