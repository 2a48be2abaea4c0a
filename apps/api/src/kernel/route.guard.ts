import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Acting } from '@pamong/domain/access/actor';
import { CallersService } from '@pamong/domain/access/callers.service';
import { noteActing } from '@pamong/platform/log/trace';
import type { Config } from '@pamong/platform/config/config';
import { CONFIG } from '@pamong/platform/config/config';
import type { FastifyRequest } from 'fastify';
import type { Declared } from './endpoint.js';
import { declaredKey } from './endpoint.js';
import { parseInput } from './input-fault.js';
import { sessionToken } from './request.js';
import type { ScopeInput } from './scopes.js';
import { Scopes } from './scopes.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Runs before every handler: same-site check, sign-in, permission on the target, input; in this order. */
@Injectable()
export class RouteGuard implements CanActivate {
  private readonly publicOrigin: string;

  constructor(
    private readonly reflector: Reflector,
    private readonly callers: CallersService,
    private readonly scopes: Scopes,
    @Inject(CONFIG) config: Config,
  ) {
    this.publicOrigin = new URL(config.publicUrl).origin;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const declared = this.reflector.get<Declared | undefined>(declaredKey, context.getHandler());
    // The boot check refuses to start with such a handler; this line is for the day when it fails.
    if (declared === undefined) throw new Problem('NOT_ALLOWED');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!safeMethods.has(request.method)) this.checkOrigin(request);
    const token = sessionToken(request.headers.cookie);
    request.caller = token === null ? null : await this.callers.authenticate(token);
    if (request.caller?.acting) this.checkActing(request, declared, request.caller.acting);
    if (declared.access !== 'public' && request.caller === null) throw new Problem('SIGN_IN_REQUIRED');
    if (typeof declared.access === 'object' && request.caller !== null) {
      // The target alone is read first: whoever may not touch it learns nothing of what a valid request looks like.
      const target = parseInput({ access: declared.access, params: declared.params }, request) as ScopeInput;
      await this.scopes.check(request.caller, declared.access.permission, declared.access.scope, target);
    }
    request.input = parseInput(declared, request);
    return true;
  }

  /** An admin who acts as somebody reads; changing needs the right to, and the person's own rights and account stay theirs. */
  private checkActing(request: FastifyRequest, declared: Declared, acting: Acting): void {
    noteActing(acting.adminId);
    const rule = declared.route?.whileActing;
    if (safeMethods.has(request.method) || rule === 'always') return;
    if (!acting.mayWrite) throw new Problem('ACTING_READ_ONLY');
    if (rule === 'never') throw new Problem('ACTING_FORBIDDEN');
  }

  /**
   * Browsers name the origin of every request that may change something; another site's is refused. A request without
   * the header comes from a program, which has no visitor's cookie to misuse.
   */
  private checkOrigin(request: FastifyRequest): void {
    const { origin } = request.headers;
    if (origin === undefined) return;
    if (origin === this.publicOrigin) return;
    if (URL.canParse(origin) && new URL(origin).host === request.headers.host) return;
    throw new Problem('ORIGIN_REFUSED');
  }
}
