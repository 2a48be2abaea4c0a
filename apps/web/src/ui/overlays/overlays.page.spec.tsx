import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { nobody } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import { Button } from '../button.js';
import { Dialog } from '../dialog.js';
import { Menu } from '../menu.js';
import { toast } from '../toast-store.js';
import { Why } from '../why.js';

const open = (Page: () => React.JSX.Element) => renderPage(Page, { namespaces: [], answers: { 'session.get': () => nobody } });

it('dialog: takes the focus, closes with Esc, gives the focus back', async () => {
  const { user } = await open(() => {
    const [shown, show] = useState(false);
    return (
      <>
        <Button onClick={() => show(true)}>Hapus akun</Button>
        <Dialog open={shown} onClose={() => show(false)} title="Hapus akun ini?" actions={<Button tone="danger">Hapus</Button>} />
      </>
    );
  });
  await user.click(screen.getByRole('button', { name: 'Hapus akun' }));
  const dialog = await screen.findByRole('dialog', { name: 'Hapus akun ini?' });
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Hapus akun' }));
});

it('dialog: begins at its first field, and what it is about before that', async () => {
  const { user } = await open(() => {
    const [shown, show] = useState<string | null>(null);
    return (
      <>
        <Button onClick={() => show('name')}>Nama</Button>
        <Button onClick={() => show('code')}>Kode</Button>
        <Dialog open={shown !== null} onClose={() => show(null)} title="Unit">
          <input aria-label="nama" />
          <input aria-label="kode" {...(shown === 'code' && { 'data-first-focus': '' })} />
        </Dialog>
      </>
    );
  });
  for (const [button, field] of [['Nama', 'nama'], ['Kode', 'kode']] as const) {
    screen.getByRole('button', { name: button }).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(field)));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  }
});

it('menu: Tab closes it and leaves the focus at its button', async () => {
  const { user } = await open(() => <Menu label="Tindakan" button="Tindakan" items={[{ key: 'copy', label: 'Salin' }]} />);
  await user.tab();
  await user.keyboard('{Enter}');
  const menu = await screen.findByRole('menu');
  await waitFor(() => expect(menu.contains(document.activeElement)).toBe(true));
  await user.tab();
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Tindakan' }));
});

it('menu: opens from the keyboard, moves with arrows, acts with Enter', async () => {
  const acted: string[] = [];
  const { user } = await open(() => (
    <Menu
      label="Tindakan"
      button="Tindakan"
      items={[
        { key: 'copy', label: 'Salin', onSelect: () => acted.push('copy') },
        { heading: 'Berbahaya' },
        { key: 'delete', label: 'Hapus', danger: true, onSelect: () => acted.push('delete') },
      ]}
    />
  ));
  await user.tab();
  await user.keyboard('{Enter}');
  await screen.findByRole('menuitem', { name: 'Hapus' });
  // The menu takes the focus in its own time; a key pressed before that goes nowhere.
  const menu = screen.getByRole('menu');
  await waitFor(() => expect(menu.contains(document.activeElement)).toBe(true));
  await waitFor(async () => {
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.getAttribute('role')).toBe('menuitem');
  });
  await user.click(screen.getByRole('menuitem', { name: 'Hapus' }));
  expect(acted).toEqual(['delete']);
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
});

it('menu: a second press on its button closes it', async () => {
  const { user } = await open(() => <Menu label="Tindakan" button="Tindakan" items={[{ key: 'copy', label: 'Salin' }]} />);
  const button = screen.getByRole('button', { name: 'Tindakan' });
  await user.click(button);
  await screen.findByRole('menu');
  await user.click(button);
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  expect(button.getAttribute('aria-expanded')).toBe('false');
});

it('why: lists what is missing with the way to it', async () => {
  const { user } = await open(() => <Why reasons={[{ key: 'video', text: 'Tonton 3 menit lagi dari Video 2', to: '/belajar/1' }, { key: 'form', text: 'Isi evaluasi' }]} />);
  await user.click(screen.getByRole('button', { name: 'Mengapa belum bisa?' }));
  expect((await screen.findByRole('link', { name: 'Tonton 3 menit lagi dari Video 2' })).getAttribute('href')).toBe('/belajar/1');
  expect(screen.getByText('Isi evaluasi')).toBeTruthy();
});

it('toast: undo takes the action back once and the message leaves', async () => {
  const undone: string[] = [];
  const { user } = await open(() => <Button onClick={() => toast({ text: 'Modul dihapus.', undo: () => undone.push('modul') })}>Hapus modul</Button>);
  await user.click(screen.getByRole('button', { name: 'Hapus modul' }));
  expect(screen.getByText('Modul dihapus.').closest('[aria-live]')?.getAttribute('aria-live')).toBe('polite');
  await user.click(screen.getByRole('button', { name: 'Urungkan' }));
  expect(undone).toEqual(['modul']);
  expect(screen.queryByText('Modul dihapus.')).toBeNull();
});
