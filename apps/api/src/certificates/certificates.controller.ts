import { Controller, Get, Req, Res } from '@nestjs/common';
import { CertificateParams, certificates } from '@pamong/contract/certificates';
import type { Actor } from '@pamong/domain/access/actor';
import { CertificateFiles } from '@pamong/domain/certificates/certificate-files';
import { certificateSheet, issuedCertificate, ownCertificate, publicCertificate } from '@pamong/domain/certificates/certificate-views';
import { CertificatesService } from '@pamong/domain/certificates/certificates.service';
import { PublicAddressCheck } from '@pamong/domain/certificates/public-address.check';
import { VerificationService } from '@pamong/domain/certificates/verification.service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input, Stream } from '../kernel/endpoint.js';
import { Scopes } from '../kernel/scopes.js';

@Controller()
export class CertificatesController {
  constructor(
    private readonly certificates: CertificatesService,
    private readonly files: CertificateFiles,
    private readonly verification: VerificationService,
    private readonly publicAddress: PublicAddressCheck,
    scopes: Scopes,
  ) {
    scopes.add('certificate', async ({ params }) => {
      const path = await certificates.issuerPath(params?.['certificateId'] ?? '');
      return path === null ? null : { path, visible: false };
    });
  }

  @Endpoint(certificates.mine)
  async mine(@Caller() actor: Actor) {
    return { items: (await this.certificates.listOwn(actor.personId)).map(ownCertificate) };
  }

  @Endpoint(certificates.get)
  async get(@Caller() actor: Actor, @Input() { params }: InputOf<typeof certificates.get>) {
    return certificateSheet(await this.certificates.getOwn(actor.personId, params.certificateId));
  }

  @Endpoint(certificates.issued)
  async issued(@Caller() actor: Actor, @Input() { query }: InputOf<typeof certificates.issued>) {
    const { items, total, issuerPaths } = await this.certificates.listIssued(actor.scope('certificate.read'), query.search, query.page, query.size);
    const mayRevoke = (issuerId: string) => actor.can('certificate.revoke', issuerPaths.get(issuerId) ?? 'none');
    return {
      page: query.page,
      size: query.size,
      total,
      addressSet: this.publicAddress.isSet(),
      items: items.map((one) => issuedCertificate(one, { revoke: one.revokedAt === null && mayRevoke(one.issuerId) })),
    };
  }

  @Endpoint(certificates.revoke)
  async revoke(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof certificates.revoke>) {
    await this.certificates.revoke(actor, params.certificateId, body.reason);
  }

  @Endpoint(certificates.verify)
  async verify(@Input() { params }: InputOf<typeof certificates.verify>, @Req() request: FastifyRequest) {
    return publicCertificate(await this.verification.find(params.code, request.ip));
  }

  /** The sealed PDF, to the last byte as it was filed; compressing or changing it would break the comparison. */
  @Get('/api/certificates/:certificateId/file')
  @Stream({ access: 'authenticated', params: CertificateParams })
  async file(@Caller() actor: Actor, @Input() { params }: { params: z.output<typeof CertificateParams> }, @Res() reply: FastifyReply) {
    const { content, bytes, name } = await this.files.open(await this.certificates.getReadable(actor, params.certificateId));
    return reply
      .header('content-type', 'application/pdf')
      .header('content-length', bytes)
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-transform, max-age=0')
      .send(content);
  }
}
