import { Controller, Req, Res } from '@nestjs/common';
import { setup } from '@pamong/contract/setup';
import { CallersService } from '@pamong/domain/access/callers.service';
import { MeService } from '@pamong/domain/access/me.service';
import { SetupService } from '@pamong/domain/setup/setup.service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { InputOf } from '../kernel/endpoint.js';
import { Endpoint, Input } from '../kernel/endpoint.js';
import { SignInAnswer } from '../session/sign-in-answer.js';

@Controller()
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly callers: CallersService,
    private readonly me: MeService,
    private readonly answer: SignInAnswer,
  ) {}

  @Endpoint(setup.begin)
  async begin(@Input() { body }: InputOf<typeof setup.begin>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const device = this.answer.device(request);
    const token = await this.setup.begin(body, device);
    const actor = await this.callers.authenticate(token);
    this.answer.open(reply, token, device);
    return { me: actor === null ? null : await this.me.describe(actor), demo: null };
  }
}
