import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Device } from '@pamong/domain/accounts/sessions.service';
import type { Config } from '@pamong/platform/config/config';
import { CONFIG } from '@pamong/platform/config/config';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { deviceCookie, deviceKey, sessionCookie, stepCookie } from '../kernel/request.js';

const day = 86_400;

/** The cookies of signing in and out, alike for every way in. */
@Injectable()
export class SignInAnswer {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** What is known of the browser that asks; one without a mark gets it with `open`. */
  device(request: FastifyRequest): Device & { readonly deviceKey: string } {
    const key = deviceKey(request.headers.cookie) ?? randomBytes(16).toString('base64url');
    return { userAgent: request.headers['user-agent'] ?? '', address: request.ip, deviceKey: key };
  }

  /** Hands the browser its session and its mark. */
  open(reply: FastifyReply, token: string, device: { readonly deviceKey: string }): void {
    reply.header('set-cookie', [this.cookie(sessionCookie, token, 14 * day), this.cookie(deviceCookie, device.deviceKey, 400 * day)]);
  }

  /** Hands the browser what it goes on with when a second factor is asked for. */
  step(reply: FastifyReply, token: string): void {
    reply.header('set-cookie', this.cookie(stepCookie, token, 900));
  }

  close(reply: FastifyReply): void {
    reply.header('set-cookie', this.cookie(sessionCookie, '', 0));
  }

  /** A cookie that scripts and other sites do not get. */
  cookie(name: string, value: string, maxAgeSeconds: number): string {
    const secure = this.config.publicUrl.startsWith('https:') ? '; Secure' : '';
    return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
  }
}
