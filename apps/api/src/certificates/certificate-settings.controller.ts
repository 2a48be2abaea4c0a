import { Controller, Get, Res } from '@nestjs/common';
import { EmblemParams, certificateSettings } from '@pamong/contract/certificate-settings';
import type { Actor } from '@pamong/domain/access/actor';
import { CertificateSettingsService } from '@pamong/domain/certificates/certificate-settings.service';
import type { FastifyReply } from 'fastify';
import type * as z from 'zod';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input, Stream } from '../kernel/endpoint.js';

@Controller()
export class CertificateSettingsController {
  constructor(private readonly settings: CertificateSettingsService) {}

  @Endpoint(certificateSettings.get)
  get(@Input() { params }: InputOf<typeof certificateSettings.get>) {
    return this.settings.describe(params.organisationId);
  }

  @Endpoint(certificateSettings.change)
  change(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof certificateSettings.change>) {
    return this.settings.change(actor, params.organisationId, body);
  }

  @Endpoint(certificateSettings.example)
  example(@Input() { params, query }: InputOf<typeof certificateSettings.example>) {
    return this.settings.example(params.organisationId, query);
  }

  @Endpoint(certificateSettings.addEmblem)
  addEmblem(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof certificateSettings.addEmblem>) {
    return this.settings.addEmblem(actor, params.organisationId, Buffer.from(body.data, 'base64'));
  }

  @Endpoint(certificateSettings.chooseEmblem)
  chooseEmblem(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof certificateSettings.chooseEmblem>) {
    return this.settings.chooseEmblem(actor, params.organisationId, body.sha256);
  }

  /** The picture of an emblem; it stands on every certificate of its agency, and its address names its content. */
  @Get('/api/organisations/:organisationId/emblems/:sha256')
  @Stream({ access: 'authenticated', params: EmblemParams })
  async emblem(@Input() { params }: { params: z.output<typeof EmblemParams> }, @Res() reply: FastifyReply) {
    const { content, bytes } = await this.settings.openEmblem(params.organisationId, params.sha256);
    return reply.headers({ 'content-type': 'image/png', 'content-length': bytes, 'cache-control': 'private, max-age=31536000, immutable' }).send(content);
  }
}
