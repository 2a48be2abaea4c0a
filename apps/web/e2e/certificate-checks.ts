import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect } from '@jest/globals';
import { appendRevision } from '@pamong/platform/testing/pdf-revision';
import { findProgram } from '@pamong/platform/testing/requirements';
import type { Page } from './bed.js';

/** Downloads the document of the certificate on the page; asks poppler about the seal where it is installed. */
export async function downloadSealed(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Unduh/ }).first().click()]);
  const path = await download.path();
  const pdf = readFileSync(path);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const pdfsig = findProgram('pdfsig');
  if (pdfsig !== null) expect((await promisify(execFile)(pdfsig, ['-nocert', path])).stdout).toContain('Signature is Valid');
  return pdf;
}

/** On the public page: the document is the one that was filed, with one byte changed or a revision appended it is not. */
export async function compareDocument(stranger: Page, pdf: Buffer): Promise<void> {
  const drop = (buffer: Buffer) => stranger.locator('input[type=file]').setInputFiles({ name: 'sertifikat.pdf', mimeType: 'application/pdf', buffer });
  await drop(pdf);
  await stranger.getByText('Berkas ini asli').waitFor();
  const changed = Buffer.from(pdf);
  changed[changed.length - 200] = (changed[changed.length - 200] ?? 0) ^ 1;
  await drop(changed);
  await stranger.getByText('Berkas ini berbeda').waitFor();
  // A revision that every reader shows, behind bytes that are all as they were sealed.
  await drop(appendRevision(pdf));
  await stranger.getByText('Berkas ini diubah setelah disegel').waitFor();
}
