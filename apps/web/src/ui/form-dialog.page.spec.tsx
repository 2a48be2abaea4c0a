import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import * as z from 'zod';
import { useContractForm } from '../shared/form/use-contract-form.js';
import { nobody } from '../testing/people.js';
import { renderPage } from '../testing/render-page.js';
import { Button } from './button.js';
import { Field } from './field.js';
import { FormDialog } from './form-dialog.js';
import { TextInput } from './text-input.js';

const sent: string[] = [];

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Tambah</Button>
      {open && <Asked onClose={() => setOpen(false)} />}
    </>
  );
}

function Asked({ onClose }: { readonly onClose: () => void }) {
  const form = useContractForm<{ name: string }>({
    defaultValues: { name: '' },
    schema: () => Promise.resolve(z.object({ name: z.string().min(1) })),
    onSubmit: ({ name }) => {
      sent.push(name);
      onClose();
      return Promise.resolve();
    },
  });
  return (
    <FormDialog form={form} onClose={onClose} title="Tambah unit" labels={{ name: 'Nama' }} cancel="Batal" submit="Simpan">
      <Field name="name" label="Nama" error={form.errorOf('name')} required>
        {(control) => <TextInput {...control} {...form.register('name')} />}
      </Field>
    </FormDialog>
  );
}

const open = async () => {
  const opened = await renderPage(Page, { namespaces: [], answers: { 'session.get': () => nobody } });
  screen.getByRole('button', { name: 'Tambah' }).focus();
  await opened.user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Nama')));
  return opened;
};

it('begins at its first field, lists what is wrong, and sends with Enter', async () => {
  const { user } = await open();
  await user.keyboard('{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('Nama: ');
  await user.type(screen.getByLabelText('Nama'), 'Dinas Sosial{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual(['Dinas Sosial']);
});

it('closes at once while nothing was typed, and asks before it throws away what was', async () => {
  const { user } = await open();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('{Enter}');
  await user.type(await screen.findByLabelText('Nama'), 'Dinas');
  await user.keyboard('{Escape}');
  await screen.findByRole('dialog', { name: 'Tutup tanpa menyimpan?' });
  await user.click(screen.getByRole('button', { name: 'Lanjut mengisi' }));
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Tutup tanpa menyimpan?' })).toBeNull());
  expect(screen.getByLabelText<HTMLInputElement>('Nama').value).toBe('Dinas');
  await user.click(screen.getByRole('button', { name: 'Batal' }));
  const question = await screen.findByRole('dialog', { name: 'Tutup tanpa menyimpan?' });
  await user.click([...question.querySelectorAll('button')].find((button) => button.textContent === 'Tutup') as HTMLElement);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
