import { Controller } from '@nestjs/common';
import { branding } from '@pamong/contract/branding';
import type { Actor } from '@pamong/domain/access/actor';
import { BrandingService } from '@pamong/domain/organisations/branding.service';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';

@Controller()
export class BrandingController {
  constructor(private readonly branding: BrandingService) {}

  @Endpoint(branding.get)
  get(@Input() { params }: InputOf<typeof branding.get>) {
    return this.branding.get(params.organisationId);
  }

  @Endpoint(branding.change)
  async change(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof branding.change>) {
    await this.branding.change(actor, params.organisationId, body);
    return this.branding.get(params.organisationId);
  }
}
