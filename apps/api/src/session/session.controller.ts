import { Controller, Inject, Req, Res } from '@nestjs/common';
import { session } from '@pamong/contract/session';
import type { Actor } from '@pamong/domain/access/actor';
import { CallersService } from '@pamong/domain/access/callers.service';
import { MeService } from '@pamong/domain/access/me.service';
import { demoAccounts } from '@pamong/domain/accounts/demo-accounts';
import { SessionsService } from '@pamong/domain/accounts/sessions.service';
import { SignInService } from '@pamong/domain/accounts/sign-in.service';
import { SignOnService } from '@pamong/domain/accounts/sign-on.service';
import { SetupService } from '@pamong/domain/setup/setup.service';
import type { Config } from '@pamong/platform/config/config';
import { CONFIG } from '@pamong/platform/config/config';
import { networkKind } from '@pamong/platform/net/network-kind';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input, MaybeCaller } from '../kernel/endpoint.js';
import { sessionToken, stepToken } from '../kernel/request.js';
import { SignInAnswer } from './sign-in-answer.js';

@Controller()
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly callers: CallersService,
    private readonly me: MeService,
    private readonly signOn: SignOnService,
    private readonly answer: SignInAnswer,
    private readonly setup: SetupService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint(session.get)
  async get(@MaybeCaller() actor: Actor | null) {
    return { me: actor === null ? null : await this.me.describe(actor), demo: this.demo(), ...(actor === null && (await this.setup.isNeeded()) ? { setup: true as const } : {}) };
  }

  @Endpoint(session.signIn)
  async signIn(@Input() { body }: InputOf<typeof session.signIn>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const device = this.answer.device(request);
    const entered = await this.signIns.enter({ ...body, ...device });
    if (entered.kind === 'session') return this.opened(reply, entered.token, device);
    this.answer.step(reply, entered.stepToken);
    return { me: null, demo: this.demo(), step: entered.kind };
  }

  @Endpoint(session.enterCode)
  async enterCode(@Input() { body }: InputOf<typeof session.enterCode>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const device = this.answer.device(request);
    return this.opened(reply, await this.signIns.enterCode(stepToken(request.headers.cookie), body.code, device), device);
  }

  @Endpoint(session.enrol)
  enrol(@Req() request: FastifyRequest) {
    return this.signIns.enrol(stepToken(request.headers.cookie));
  }

  @Endpoint(session.confirmEnrolment)
  async confirmEnrolment(@Input() { body }: InputOf<typeof session.confirmEnrolment>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const device = this.answer.device(request);
    const { token, recoveryCodes } = await this.signIns.confirmEnrolment(stepToken(request.headers.cookie), body.code, device);
    return { recoveryCodes, session: await this.opened(reply, token, device) };
  }

  @Endpoint(session.signOut)
  async signOut(@MaybeCaller() actor: Actor | null, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    let onward: string | null = null;
    if (actor !== null && sessionToken(request.headers.cookie) !== null) {
      await this.sessions.revoke(actor, actor.sessionId);
      this.callers.forget(actor.personId);
      onward = await this.signOn.signOutUrl(actor.sessionId);
    }
    this.answer.close(reply);
    return { onward };
  }

  @Endpoint(session.list)
  async list(@Caller() actor: Actor) {
    const open = await this.sessions.listOpen(actor);
    return {
      items: open.map((one) => ({
        id: one.id,
        device: one.userAgent,
        address: one.address,
        network: networkKind(one.address),
        createdAt: one.createdAt.toISOString(),
        lastSeenAt: one.lastSeenAt.toISOString(),
        current: one.id === actor.sessionId,
      })),
    };
  }

  @Endpoint(session.revoke)
  async revoke(@Caller() actor: Actor, @Input() { params }: InputOf<typeof session.revoke>) {
    await this.sessions.revoke(actor, params.sessionId);
    this.callers.forget(actor.personId);
  }

  @Endpoint(session.revokeOthers)
  async revokeOthers(@Caller() actor: Actor) {
    const ended = await this.sessions.revokeOthers(actor);
    this.callers.forget(actor.personId);
    return { ended };
  }

  private async opened(reply: FastifyReply, token: string, device: { readonly deviceKey: string }) {
    const actor = await this.callers.authenticate(token);
    this.answer.open(reply, token, device);
    return { me: actor === null ? null : await this.me.describe(actor), demo: this.demo() };
  }

  private demo() {
    return this.config.demo ? { accounts: [...demoAccounts] } : null;
  }
}
