import { Controller, Get, Res } from '@nestjs/common';
import { HealthService } from '@pamong/domain/health/health.service';
import type { FastifyReply } from 'fastify';
import { Stream } from '../kernel/endpoint.js';

/** For whatever keeps the process running: alive says "do not kill me", ready says "send me requests". */
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('live')
  @Stream({ access: 'public' })
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  @Stream({ access: 'public' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const checks = await this.health.check();
    const ok = checks.every((check) => check.ok);
    reply.status(ok ? 200 : 503).header('cache-control', 'no-store');
    return { status: ok ? 'ok' : 'failing', checks };
  }
}
