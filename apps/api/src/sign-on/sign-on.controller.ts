import { randomBytes } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Id } from '@pamong/contract/kernel/schemas';
import { signOn } from '@pamong/contract/sign-on';
import type { Actor } from '@pamong/domain/access/actor';
import { SignOnSettingsService } from '@pamong/domain/accounts/sign-on-settings.service';
import { SignOnService } from '@pamong/domain/accounts/sign-on.service';
import { SignOnTrail } from '@pamong/domain/accounts/sign-on-trail';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input, Stream } from '../kernel/endpoint.js';
import { signOnCookie, signOnKey } from '../kernel/request.js';
import { AgencyInQuestion } from '../organisations/agency-in-question.js';
import { SignInAnswer } from '../session/sign-in-answer.js';
import { pathOnThisSite } from './return-path.rules.js';

const Start = { params: z.object({ agencyId: Id }), query: z.object({ lanjut: z.string().max(500).optional() }) };

/** What is known of a sign-on while it is under way. */
interface Attempt {
  readonly back: string | null;
  readonly agencyId: string | null;
  readonly address: string;
}

/** The browser's way through an agency's provider and back, and the agency's settings for it. */
@Controller()
export class SignOnController {
  constructor(
    private readonly signOn: SignOnService,
    private readonly settings: SignOnSettingsService,
    private readonly answer: SignInAnswer,
    private readonly agency: AgencyInQuestion,
    private readonly trail: SignOnTrail,
  ) {}

  @Endpoint(signOn.doors)
  async doors() {
    return { items: await this.settings.doors() };
  }

  @Endpoint(signOn.settings)
  async show(@Caller() actor: Actor, @Input() { query }: InputOf<typeof signOn.settings>) {
    return this.settings.get((await this.agency.of(actor, 'sign-on.manage', query.agencyId)).agencyId);
  }

  @Endpoint(signOn.saveSettings)
  async save(@Caller() actor: Actor, @Input() { query, body }: InputOf<typeof signOn.saveSettings>) {
    return this.settings.save(await this.agency.of(actor, 'sign-on.manage', query.agencyId), body);
  }

  @Endpoint(signOn.trySettings)
  async try(@Caller() actor: Actor, @Input() { query, body }: InputOf<typeof signOn.trySettings>) {
    return this.settings.try(await this.agency.of(actor, 'sign-on.manage', query.agencyId), body);
  }

  @Get('/api/sign-on/start/:agencyId')
  @Stream({ access: 'public', ...Start })
  async start(@Input() { params, query }: { params: { agencyId: string }; query: { lanjut?: string } }, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const back = pathOnThisSite(query.lanjut);
    const key = signOnKey(request.headers.cookie) ?? randomBytes(16).toString('base64url');
    reply.header('set-cookie', this.answer.cookie(signOnCookie, key, 900));
    await this.lead(reply, { back, agencyId: params.agencyId, address: request.ip }, () => this.signOn.start(params.agencyId, key, back));
  }

  @Get('/api/sign-on/callback')
  @Stream({ access: 'public' })
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = new URL(request.url, 'http://callback.invalid').searchParams;
    const attempt: Attempt = { back: null, agencyId: null, address: request.ip };
    await this.lead(reply, attempt, async () => {
      const flow = await this.signOn.take(query, signOnKey(request.headers.cookie));
      Object.assign(attempt, { back: flow.returnPath, agencyId: flow.agencyId });
      const device = this.answer.device(request);
      const entered = await this.signOn.finish(flow, query, device);
      if (entered.kind === 'session') {
        this.answer.open(reply, entered.token, device);
        // The login page knows where each person's home is.
        return flow.returnPath ?? '/masuk';
      }
      this.answer.step(reply, entered.stepToken);
      return loginPage({ langkah: entered.kind }, flow.returnPath);
    });
  }

  /** Leads on to an address, or to the login page with the reason why not and the deep link that is still wanted. */
  private async lead(reply: FastifyReply, attempt: Attempt, work: () => Promise<string>): Promise<void> {
    let to: string;
    try {
      to = await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code !== 'SIGN_ON_OFF') await this.trail.refused(error, attempt.agencyId, attempt.address);
      to = loginPage({ masalah: error.code }, attempt.back);
    }
    await reply.header('cache-control', 'no-store').redirect(to, 302);
  }
}

function loginPage(says: Readonly<Record<string, string>>, back: string | null): string {
  return `/masuk?${new URLSearchParams({ ...says, ...(back === null ? {} : { lanjut: back }) }).toString()}`;
}
