import { buffer } from 'node:stream/consumers';
import type { Type } from '@nestjs/common';
import type { StorageKey } from '@pamong/platform/storage/storage';
import { Storage } from '@pamong/platform/storage/storage';
import { somePng } from '@pamong/platform/testing/some-png';
import { Actor } from '../access/actor.js';
import { PersonPhotosService } from '../people/person-photos.service.js';
import { SettingsService } from '../settings/settings.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { CertificateFiles } from './certificate-files.js';
import type { SttpSetting } from './certificate-settings.js';
import { certificateSettings } from './certificate-settings.js';
import { CertificatesService } from './certificates.service.js';
import { completedEnrolment } from './certificates.factory.js';

let bed: DomainBed;
beforeAll(async () => {
  bed = await DomainBed.open();
});
afterAll(() => bed.close());

const storage = () => bed.get<Storage>(Storage as Type<Storage>);
const photos = () => bed.get(PersonPhotosService);
const photograph = somePng(600, 800);
const images = (pdf: Buffer) => pdf.toString('latin1').match(/\/Subtype \/Image\b/g)?.length ?? 0;

async function graduate(sttp: SttpSetting, person: { birthPlace?: string } = { birthPlace: 'Palu' }) {
  const done = await completedEnrolment(bed, { person });
  const decide = (value: SttpSetting) => bed.db.tx((tx) => bed.get(SettingsService).set(tx, done.agencyId, certificateSettings, { ...certificateSettings.fallback, sttp: value }));
  await decide(sttp);
  const editor = new Actor(done.personId, '', '', done.agencyId, '', []);
  const issue = async () => {
    const record = await bed.get(CertificatesService).issue(done.enrolmentId);
    const { content, name } = await bed.get(CertificateFiles).open(record);
    return { ...record, pdf: await buffer(content), name };
  };
  return { ...done, decide, editor, issue };
}

test('a course that was passed ends with an STTP that says where and when the holder was born, with the photo', async () => {
  const { personId, editor, issue } = await graduate({ issued: true, birth: true, photo: true });
  await photos().set(editor, personId, photograph);
  const { printed, pdf, name } = await issue();
  expect(printed.title).toBe('Surat Tanda Tamat Pelatihan');
  expect(printed.position[0]).toMatch(/^Lahir di Palu, \d{1,2} \p{L}+ \d{4}$/u);
  expect(name).toMatch(/^Surat Tanda Tamat Pelatihan 0001/);
  expect(images(pdf)).toBe(1);
  expect(pdf.toString('latin1')).toMatch(/\/Count 2\b/);
});

test('without a photo or birth place it is issued all the same, and a certificate prints neither', async () => {
  const bare = await (await graduate({ issued: true, birth: true, photo: true }, {})).issue();
  expect([bare.printed.photo, bare.printed.position[0], images(bare.pdf)]).toEqual([null, '', 0]);
  const { personId, editor, decide, issue } = await graduate({ issued: true, birth: true, photo: true });
  await photos().set(editor, personId, photograph);
  await decide({ issued: false, birth: true, photo: true });
  const plain = await issue();
  expect([plain.printed.title, plain.printed.photo, plain.printed.position[0], images(plain.pdf)]).toEqual(['Sertifikat', null, '', 0]);
});

test('a photo is kept only where an STTP prints one, replaced whole, and gone when it is removed', async () => {
  const { personId, editor, decide } = await graduate({ issued: true, birth: true, photo: false });
  await expect(photos().set(editor, personId, photograph)).rejects.toMatchObject({ code: 'PHOTO_NOT_WANTED' });
  await decide({ issued: true, birth: true, photo: true });
  await expect(photos().set(editor, personId, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).rejects.toMatchObject({ code: 'PHOTO_UNREADABLE' });
  await expect(photos().set(editor, personId, somePng(90, 120))).rejects.toMatchObject({ code: 'PHOTO_TOO_SMALL' });
  await photos().set(editor, personId, photograph);
  const first = await photos().keyOf(bed.db, personId);
  await photos().set(editor, personId, photograph);
  const second = await photos().keyOf(bed.db, personId);
  expect([await storage().stat(first ?? ('' as StorageKey)), (await storage().stat(second ?? ('' as StorageKey))) !== null]).toEqual([null, true]);
  await decide({ issued: false, birth: true, photo: true });
  expect(await photos().describe(personId)).toMatchObject({ wanted: false, url: expect.stringContaining(`/api/people/${personId}/photos/`) });
  expect(await photos().remove(editor, personId)).toEqual({ wanted: false, url: null });
  expect(await storage().stat(second ?? ('' as StorageKey))).toBeNull();
  const trail = await bed.db.query<{ action: string }>(`select action from audit_event where subject_id = $1 and action like 'people.photo%' order by seq`, [personId]);
  expect(trail.map(({ action }) => action)).toEqual(['people.photo-changed', 'people.photo-changed', 'people.photo-removed']);
});
