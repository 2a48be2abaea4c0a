/** The yardstick's server: Nest on Fastify, one route, one row by raw pg. Prints its port. */
import 'reflect-metadata';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { loadConfig } from '@pamong/platform/config/config';
import { leaveWithParent } from '@pamong/platform/process/leave-with-parent';
import pg from 'pg';

leaveWithParent();
const config = loadConfig();
const pool = new pg.Pool({ connectionString: config.database.url, max: config.database.poolSize });

@Controller()
class BareController {
  @Get('/row/:id')
  async row(@Param('id') id: string): Promise<unknown> {
    const { rows } = await pool.query({ name: 'row', text: 'select id, name, kind, created_at from bare_row where id = $1', values: [id] });
    return rows[0];
  }
}

@Module({ controllers: [BareController] })
class BareModule {}

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), { logger: false });
await app.listen(config.http.port, '127.0.0.1');
process.send?.('ready');
