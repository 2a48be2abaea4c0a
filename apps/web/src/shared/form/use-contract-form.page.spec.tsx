import { screen, waitFor } from '@testing-library/react';
import * as z from 'zod';
import { ApiProblem } from '@pamong/contract/client';
import { nobody } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { TextInput } from '../../ui/text-input.js';
import { useContractForm } from './use-contract-form.js';

const Body = z.object({ title: z.string().trim().min(3), owner: z.object({ email: z.email() }) });
type Body = z.infer<typeof Body>;

async function open(onSubmit: (values: Body) => Promise<unknown>) {
  const Page = () => {
    const form = useContractForm<Body>({ defaultValues: { title: '', owner: { email: '' } }, schema: () => Promise.resolve(Body), onSubmit });
    return (
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <FormErrors faults={form.faults} problem={form.problem} submitCount={form.formState.submitCount} />
        <Field name="title" label="Judul" error={form.errorOf('title')}>
          {(control) => <TextInput {...control} {...form.register('title')} />}
        </Field>
        <Field name="owner.email" label="Surel" error={form.errorOf('owner.email')}>
          {(control) => <TextInput {...control} {...form.register('owner.email')} />}
        </Field>
        <Button type="submit">Simpan</Button>
      </form>
    );
  };
  return renderPage(Page, { namespaces: [], answers: { 'session.get': () => nobody } });
}

async function fill(user: Awaited<ReturnType<typeof open>>['user'], title: string, email: string) {
  await user.type(screen.getByLabelText('Judul'), title);
  await user.type(screen.getByLabelText('Surel'), email);
}

const refused = (faults: { path: string; code: string; message: string }[]) => new ApiProblem({ status: 400, code: 'INPUT_INVALID', title: 'x', params: {}, faults });

it('tells every fault beside its field, nested ones too, before anything is sent', async () => {
  const sent: Body[] = [];
  const { user } = await open((values) => Promise.resolve(sent.push(values)));
  await fill(user, 'ab', 'bukan surel');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  expect(await screen.findByRole('heading', { name: 'Ada 2 isian yang perlu diperiksa' })).toBeTruthy();
  const email = screen.getByLabelText('Surel');
  expect(email.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(email.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Tulis surel seperti nama@instansi.go.id.');
  await user.click(screen.getByRole('link', { name: 'Tulis surel seperti nama@instansi.go.id.' }));
  expect(document.activeElement).toBe(email);
  expect(sent).toEqual([]);
});

it('takes a fault away as soon as it is put right', async () => {
  const { user } = await open(() => Promise.resolve());
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await screen.findByRole('alert');
  await fill(user, 'Dasar AI', 'a@b.example');
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

it("shows the server's faults beside their fields and keeps what was typed", async () => {
  const { user } = await open(() => Promise.reject(refused([{ path: 'body.owner.email', code: 'custom', message: 'taken' }])));
  await fill(user, 'Dasar AI', 'a@b.example');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  expect(await screen.findByRole('link', { name: 'Periksa isian ini.' })).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Surel').value).toBe('a@b.example');
});

it('says what failed as a whole, and forgets it at the next attempt', async () => {
  let fail = true;
  const { user } = await open(() => (fail ? Promise.reject(new ApiProblem({ status: 503, code: 'SERVER_BUSY', title: 'x', params: {} })) : Promise.resolve()));
  await fill(user, 'Dasar AI', 'a@b.example');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Server sedang sibuk');
  fail = false;
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

it('sends once when the button is pressed twice', async () => {
  let sent = 0;
  let finish = () => undefined as void;
  const { user } = await open(() => {
    sent += 1;
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  });
  await fill(user, 'Dasar AI', 'a@b.example');
  await user.dblClick(screen.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(sent).toBe(1));
  finish();
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(sent).toBe(2));
});
