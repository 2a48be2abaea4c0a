import type { JpStanding, LedgerLine } from '@pamong/contract/ledger';
import { screen } from '@testing-library/react';
import type * as z from 'zod';
import { nurhayati, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import MyLedgerPage from './my-ledger.page.js';
import TeamPage from './team.page.js';

type Standing = z.output<typeof JpStanding>;

const minimum: Standing = { rule: 'minimum', target: 20, recorded: 16, counted: 16, period: { kind: 'calendar_year', from: '2026-01-01', until: '2026-12-31' } };
const ceiling: Standing = { rule: 'ceiling', target: 24, recorded: 26, counted: 24, period: { kind: 'contract_year', from: '2026-03-01', until: '2027-02-28' } };

const line: z.output<typeof LedgerLine> = {
  id: '0199a2b4-7c00-7000-8000-000000000021',
  day: '2026-11-09',
  kind: 'course',
  title: 'Mengenal Pamong',
  jp: 0,
  minutes: 5,
  certificateId: '0199a2b4-7c00-7000-8000-000000000011',
  recordedAt: '2026-11-09T06:32:00Z',
};

const open = (standing: Standing, items: readonly z.output<typeof LedgerLine>[] = []) =>
  renderPage(MyLedgerPage, {
    namespaces: ['ledger'],
    answers: {
      'session.get': () => sessionOf(nurhayati),
      'ledger.standing': () => standing,
      'ledger.mine': () => ({ items: [...items], total: items.length, page: 1, size: 20 }),
    },
  });

it('shows a PNS the ring and what is left of it', async () => {
  await open(minimum);
  expect(await screen.findByRole('img', { name: '16 dari 20 JP tahun ini' })).toBeTruthy();
  expect(screen.getByText('4 JP lagi menuju 20 JP tahun ini.')).toBeTruthy();
});

it('shows a PPPK a neutral count without a ring', async () => {
  await open(ceiling);
  expect(await screen.findByText('24 JP dalam batas')).toBeTruthy();
  expect(screen.getByText('Tahun kontrak 1 Maret 2026 s.d. 28 Februari 2027.')).toBeTruthy();
  expect(screen.queryByRole('img')).toBeNull();
});

it('keeps learning below 45 minutes on record, as learning without JP', async () => {
  await open(minimum, [line]);
  expect(await screen.findByText('tanpa JP')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Lihat sertifikat' }).getAttribute('href')).toBe(`/sertifikat/${line.certificateId}`);
});

it('shows a supervisor both kinds of staff, and nothing to press', async () => {
  const person = { post: 'Perawat', unit: 'RSUD', lastDay: null, status: 'active' as const, counts: true };
  await renderPage(TeamPage, {
    namespaces: ['ledger'],
    answers: {
      'session.get': () => sessionOf(nurhayati),
      'ledger.team': () => ({
        items: [
          { ...person, personId: line.id, name: 'Nurhayati', employmentKind: 'PNS', standing: minimum },
          { ...person, personId: line.certificateId ?? '', name: 'Wulan', employmentKind: 'PPPK', standing: ceiling },
          { ...person, personId: nurhayati.personId, name: 'Bayu', employmentKind: 'PNS', standing: { ...minimum, rule: 'none', recorded: 3 }, status: 'study_assignment', counts: false },
        ],
      }),
    },
  });
  expect(await screen.findByText('16 dari 20 JP')).toBeTruthy();
  expect(screen.getByText('26 JP tercatat, 24 JP dalam batas')).toBeTruthy();
  expect(screen.getByText('Tugas belajar: target tidak berlaku')).toBeTruthy();
  expect(screen.getAllByRole('progressbar')).toHaveLength(1);
  expect(screen.queryByRole('button')).toBeNull();
});
