import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { OrgScope } from '../organisations/org-scope.js';
import { CertificateEntity } from './certificate.entity.js';


/** A certificate's sealed document. */
export type SealedFile = Pick<CertificateEntity, 'sealDriver' | 'sealedAt' | 'fileKey' | 'fileSha256' | 'fileBytes'>;

/** One page of issued certificates, with the issuers' ltree paths by their ids. */
export interface IssuedPage {
  items: CertificateEntity[];
  total: number;
  issuerPaths: ReadonlyMap<string, string>;
}

@Injectable()
export class CertificatesRepository {
  find(reader: Reader, id: string): Promise<CertificateEntity | null> {
    return reader.repository(CertificateEntity).findOneBy({ id });
  }

  findByEnrolment(reader: Reader, enrolmentId: string, versionId: string): Promise<CertificateEntity | null> {
    return reader.repository(CertificateEntity).findOneBy({ enrolmentId, versionId });
  }

  findByCode(reader: Reader, code: string): Promise<CertificateEntity | null> {
    return reader.repository(CertificateEntity).findOneBy({ code });
  }

  listOwn(reader: Reader, personId: string): Promise<CertificateEntity[]> {
    return reader.repository(CertificateEntity).find({ where: { personId }, order: { issuedAt: 'DESC', id: 'DESC' }, take: 500 });
  }

  /** One page of the certificates whose issuer lies in the scope, and the length of the whole. */
  async listIssued(reader: Reader, scope: OrgScope, search: string, page: number, size: number): Promise<IssuedPage> {
    const found = reader
      .repository(CertificateEntity)
      .createQueryBuilder('c')
      // The empty path is the platform's: it covers every agency.
      .where(`exists (select from organisation o where o.id = c.issuer_id and ('' = any(:paths) or o.path <@ any(array(select p::ltree from unnest(:paths::text[]) p where p <> ''))))`, {
        paths: [...scope.paths],
      });
    if (search !== '') {
      found.andWhere(`(c.number ilike :like or c.code = :code or c.printed ->> 'name' ilike :like or c.printed ->> 'course' ilike :like)`, {
        like: `%${search.replace(/[\\%_]/g, '\\$&')}%`,
        code: search.toUpperCase(),
      });
    }
    const [items, total] = await found.orderBy('c.issuedAt', 'DESC').addOrderBy('c.id', 'DESC').skip((page - 1) * size).take(size).getManyAndCount();
    const issuers = await reader.query<{ id: string; path: string }>('select id, path::text as path from organisation where id = any($1)', [
      [...new Set(items.map((item) => item.issuerId))],
    ]);
    return { items, total, issuerPaths: new Map(issuers.map(({ id, path }) => [id, path])) };
  }

  /** Takes the next number of a counter; the row stays locked until the transaction ends, so no number is lost or given twice. */
  async takeNumber(tx: Tx, agencyId: string, template: string, year: number): Promise<number> {
    const [row] = await tx.query<{ last: number }>(
      `insert into certificate_counter as c (agency_id, template, year, last) values ($1, $2, $3, 1)
       on conflict (agency_id, template, year) do update set last = c.last + 1 returning last`,
      [agencyId, template, year],
    );
    return row?.last ?? 1;
  }

  /** The number that the counter would give next; takes none. */
  async peekNumber(reader: Reader, agencyId: string, template: string, year: number): Promise<number> {
    const [row] = await reader.query<{ last: number }>('select last from certificate_counter where agency_id = $1 and template = $2 and year = $3', [agencyId, template, year]);
    return (row?.last ?? 0) + 1;
  }

  /** Has this agency issued a certificate with this number, perhaps by another template? */
  async hasNumber(reader: Reader, agencyId: string, number: string): Promise<boolean> {
    return (await reader.query('select 1 from certificate where agency_id = $1 and number = $2', [agencyId, number])).length > 0;
  }

  async insert(tx: Tx, certificate: CertificateEntity): Promise<void> {
    await tx.repository(CertificateEntity).insert(certificate);
  }

  /** @returns false when another worker has filed a document first */
  async updateFile(tx: Tx, id: string, file: SealedFile): Promise<boolean> {
    const changed = await tx.query(
      `update certificate set seal_driver = $2, sealed_at = $3, file_key = $4, file_sha256 = $5, file_bytes = $6
       where id = $1 and file_key is null returning id`,
      [id, file.sealDriver, file.sealedAt, file.fileKey, file.fileSha256, file.fileBytes],
    );
    return changed.length === 1;
  }

  /** @returns false when it was revoked before */
  async updateRevocation(tx: Tx, id: string, by: string, reason: string, at: Date): Promise<boolean> {
    const changed = await tx.query(
      `update certificate set revoked_at = $2, revoked_by = $3, revocation_reason = $4 where id = $1 and revoked_at is null returning id`,
      [id, at, by, reason],
    );
    return changed.length === 1;
  }

  /** ltree path of the issuer, for access decisions. */
  async findIssuerPath(reader: Reader, id: string): Promise<string | null> {
    const [row] = await reader.query<{ path: string }>(
      'select o.path::text as path from certificate c join organisation o on o.id = c.issuer_id where c.id = $1',
      [id],
    );
    return row?.path ?? null;
  }
}
