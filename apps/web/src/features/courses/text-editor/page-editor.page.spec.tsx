import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import type { Editor } from '@tiptap/core';
import { renderPage } from '../../../testing/render-page.js';
import TextEditor from './text-editor.js';

const id = '0199a2b4-7c00-7000-8000-000000000010';

/** The editor on a page, with what it has told last. */
async function open(html: string) {
  const told: string[] = [];
  let show: (html: string) => void = () => undefined;
  function Page() {
    const [body, setBody] = useState<unknown>({ html });
    show = (next) => setBody({ html: next });
    return (
      <TextEditor
        courseId={id}
        lessonId={id}
        title="Surat"
        body={body}
        onChange={(next) => {
          told.push((next as { html: string }).html);
          setBody(next);
        }}
      />
    );
  }
  const view = await renderPage(Page, { answers: {}, namespaces: ['courses'] });
  const text = await screen.findByRole('textbox', { name: 'Isi Surat' });
  const { editor } = text as unknown as { editor: Editor };
  const type = (words: string) => act(() => void editor.commands.insertContent(words));
  const press = (key: string, more: object = {}) => fireEvent.keyDown(text, { key, ...more });
  return { ...view, text, editor, told, type, press, show: (next: string) => act(() => show(next)) };
}

it('keeps what it opened as it was, and tells nothing until something is written', async () => {
  const { editor, told } = await open('<h2>Satu</h2><ul><li>a</li></ul><table><tr><th>b</th></tr></table>');
  act(() => void editor.commands.setTextSelection(2));
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(told).toEqual([]);
});

it('makes blocks by the slash menu, without a mouse', async () => {
  const { text, told, type, press } = await open('');
  type('/daf');
  expect(await screen.findByRole('listbox', { name: 'Sisipkan blok' })).toBeTruthy();
  const names = screen.getAllByRole('option').map((option) => option.textContent);
  expect(names).toEqual(['Daftar butir', 'Daftar angka']);
  press('ArrowDown');
  await waitFor(() => expect(text.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id));
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('Daftar angka');
  press('Enter');
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
  type('langkah');
  await waitFor(() => expect(told.at(-1)).toBe('<ol><li><p>langkah</p></li></ol>'));
});

it('leaves the slash as text after Esc', async () => {
  const { told, type, press } = await open('');
  type('/ta');
  await screen.findByRole('listbox');
  press('Escape');
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
  await waitFor(() => expect(told.at(-1)).toBe('<p>/ta</p>'));
});

it('has one stop of the Tab key for its tools, which arrows walk and Esc leaves', async () => {
  const { text, press, user } = await open('<p>a</p>');
  act(() => text.focus());
  press('F10', { altKey: true });
  const bar = screen.getByRole('toolbar');
  const first = screen.getByRole('button', { name: 'Judul bagian' });
  expect(document.activeElement).toBe(first);
  expect(bar.querySelectorAll('[tabindex="0"]').length).toBe(1);
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Tebal' }));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(text));
});

it('shows what somebody else has made of the page', async () => {
  const { text, told, show } = await open('<p>a</p>');
  show('<p>versi lama</p>');
  await waitFor(() => expect(text.textContent).toBe('versi lama'));
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(told).toEqual([]);
});

it('walks the cells of a table with Tab, which offers its own tools there', async () => {
  const { editor, press, told, type } = await open('');
  type('/tabel');
  press('Enter');
  expect(await screen.findByRole('group', { name: 'Alat tabel' })).toBeTruthy();
  type('Nama');
  press('Tab');
  type('Unit');
  fireEvent.change(screen.getByLabelText('Judul tabel'), { target: { value: 'Peserta' } });
  await waitFor(() => expect(told.at(-1)).toMatch(/^<table><caption>Peserta<\/caption><tbody><tr><th><p>Nama<\/p><\/th><th><p>Unit<\/p>/));
  expect(editor.isActive('tableHeader')).toBe(true);
});

it('counts what readers would stumble over, and leads to each place', async () => {
  const { editor, user } = await open('<h2>A</h2><p>Lihat <a href="https://anri.go.id">klik di sini</a>.</p><h4>B</h4>');
  await user.click(await screen.findByRole('button', { name: '2 saran' }));
  await user.click(screen.getByRole('button', { name: /Tingkat judul terlompati/ }));
  expect(editor.state.selection.$from.parent.textContent).toBe('B');
  await user.click(screen.getByRole('button', { name: /Teks tautan belum menyebut tujuannya/ }));
  act(() => void editor.chain().extendMarkRange('link').insertContent('pedoman ANRI').run());
  expect(await screen.findByRole('button', { name: '1 saran' })).toBeTruthy();
});
