import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { printableData } from '@pamong/platform/documents/printable-text';
import { SealRegistry } from '@pamong/platform/documents/seals/seal-driver';
import type { DocumentFile } from '@pamong/platform/documents/typst-process';
import { TypstRenderer } from '@pamong/platform/documents/typst-renderer';
import { newId } from '@pamong/platform/ids/new-id';
import { Live } from '@pamong/platform/live/live';
import { LOGGER } from '@pamong/platform/log/logger';
import type { Logger } from '@pamong/platform/log/logger';
import { Storage, storageKey } from '@pamong/platform/storage/storage';
import type { StorageKey } from '@pamong/platform/storage/storage';
import { MessagesService } from '../messages/messages.service.js';
import { SettingsService } from '../settings/settings.service.js';
import { CERTIFICATE_TEMPLATE } from './certificate.template.js';
import { certificateSettings } from './certificate-settings.js';
import type { CertificateEntity } from './certificate.entity.js';
import { CertificatesRepository } from './certificates.repository.js';
import { emblemHash, emblemKey, photoKey } from './emblem.rules.js';
import { sheetOf } from './printed-certificate.js';

/** Makes, seals and keeps the documents of certificates. */
@Injectable()
export class CertificateFiles {
  constructor(
    private readonly db: Database,
    private readonly certificates: CertificatesRepository,
    private readonly renderer: TypstRenderer,
    private readonly seals: SealRegistry,
    private readonly storage: Storage,
    private readonly settings: SettingsService,
    private readonly messages: MessagesService,
    private readonly live: Live,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Renders, seals and files the document unless that was done before, and tells the holder. */
  async make(certificate: CertificateEntity): Promise<void> {
    if (certificate.fileKey !== null) return;
    const { sealDriver } = await this.settings.get(this.db, certificate.agencyId, certificateSettings);
    const { printed } = certificate;
    const files = printed.emblem === null ? [] : [await this.emblem(certificate.agencyId, printed.emblem)];
    const photo = await this.photo(certificate.personId, printed.photo ?? null);
    const data = printableData(sheetOf({ ...printed, photo: photo?.path ?? null }));
    const pdf = await this.renderer.render({ template: CERTIFICATE_TEMPLATE, data, files: photo === null ? files : [...files, photo] });
    const sealedAt = this.clock.now();
    const sealed = await this.seals.get(sealDriver).seal(pdf, { reason: 'Penerbitan sertifikat', location: printed.agency, time: sealedAt });
    // A name of its own for each try: two workers never write the same file, and only one name is filed.
    const fileKey = storageKey('certificates', certificate.id, `${newId()}.pdf`);
    await this.storage.put(fileKey, sealed);
    const filed = await this.file(certificate, {
      sealDriver,
      sealedAt,
      fileKey,
      fileSha256: createHash('sha256').update(sealed).digest(),
      fileBytes: sealed.length,
    });
    if (filed) return;
    this.logger.warn({ certificateId: certificate.id }, 'another worker filed this certificate first');
    await this.storage.remove(fileKey);
  }

  /** Null also where the person has removed it since: then the document goes without. */
  private async photo(personId: string, path: string | null): Promise<DocumentFile | null> {
    if (path === null || (await this.storage.stat(photoKey(personId, path))) === null) return null;
    return { path, content: await buffer(await this.storage.read(photoKey(personId, path))) };
  }

  private async emblem(agencyId: string, path: string): Promise<DocumentFile> {
    return { path, content: await buffer(await this.storage.read(emblemKey(agencyId, emblemHash(path)))) };
  }

  private file(certificate: CertificateEntity, file: Parameters<CertificatesRepository['updateFile']>[2]): Promise<boolean> {
    const { id, personId, number, printed, jp } = certificate;
    return this.db.tx(async (tx) => {
      if (!(await this.certificates.updateFile(tx, id, file))) return false;
      await this.messages.deliver(tx, {
        personId,
        kind: 'certificates.issued',
        params: { number, course: printed.course, jp },
        link: `/sertifikat/${id}`,
        naturalKey: `certificates.issued:${id}`,
      });
      await this.live.send(tx, { personId, topic: 'certificates.issued', payload: { certificateId: id, courseId: certificate.courseId } });
      return true;
    });
  }

  /**
   * Opens the sealed document.
   * @throws Problem CERTIFICATE_PREPARING while it is being made
   */
  async open(certificate: Readonly<CertificateEntity>): Promise<{ content: Readable; bytes: number; name: string }> {
    const { fileKey, fileBytes, number, printed } = certificate;
    if (fileKey === null || fileBytes === null) throw new Problem('CERTIFICATE_PREPARING');
    // Numbers carry slashes, which no file name may.
    const name = `${printed.title} ${number}.pdf`.replace(/[^\w .-]+/g, '-');
    return { content: await this.storage.read(fileKey as StorageKey), bytes: fileBytes, name };
  }
}
