import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ImportParams, ImportTemplate, ImportUpload, imports } from '@pamong/contract/imports';
import type { Actor } from '@pamong/domain/access/actor';
import type { ImportFile } from '@pamong/domain/imports/import-files.service';
import { ImportFilesService } from '@pamong/domain/imports/import-files.service';
import { ImportNewcomersService } from '@pamong/domain/imports/import-newcomers.service';
import { ImportViewsService } from '@pamong/domain/imports/import-views.service';
import { ImportsService } from '@pamong/domain/imports/imports.service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input, Stream } from '../kernel/endpoint.js';
import { Scopes } from '../kernel/scopes.js';

const anywhere = { permission: 'person.import', scope: 'any' } as const;
const onBatch = { permission: 'person.import', scope: 'import' } as const;

/** Gives the bytes of a sent file to its handler as they arrive. */
export function acceptFiles(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
}

/** Imports of people and units. */
@Controller()
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly views: ImportViewsService,
    private readonly files: ImportFilesService,
    private readonly comers: ImportNewcomersService,
    scopes: Scopes,
  ) {
    scopes.add('import', async ({ params }) => {
      const path = await this.imports.findPath(params?.['batchId'] ?? '');
      return path === null ? null : { path, visible: false };
    });
  }

  @Endpoint(imports.list)
  list(@Caller() actor: Actor, @Input() { query }: InputOf<typeof imports.list>) {
    return this.views.list(actor.scope('person.import'), query.page, query.size);
  }

  @Endpoint(imports.get)
  get(@Input() { params }: InputOf<typeof imports.get>) {
    return this.views.get(params.batchId);
  }

  @Endpoint(imports.rows)
  rows(@Input() { params, query }: InputOf<typeof imports.rows>) {
    return this.views.listRows(params.batchId, query.tab, query.language, query.page, query.size);
  }

  @Endpoint(imports.map)
  map(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof imports.map>) {
    return this.imports.map(actor, params.batchId, body.mapping);
  }

  @Endpoint(imports.apply)
  apply(@Caller() actor: Actor, @Input() { params }: InputOf<typeof imports.apply>) {
    return this.imports.apply(actor, params.batchId);
  }

  @Endpoint(imports.undo)
  undo(@Caller() actor: Actor, @Input() { params }: InputOf<typeof imports.undo>) {
    return this.imports.undo(actor, params.batchId);
  }

  @Endpoint(imports.newcomers)
  newcomers(@Caller() actor: Actor, @Input() { params }: InputOf<typeof imports.newcomers>) {
    return this.comers.standing(actor, params.batchId);
  }

  @Endpoint(imports.inviteNewcomers)
  inviteNewcomers(@Caller() actor: Actor, @Input() { params }: InputOf<typeof imports.inviteNewcomers>) {
    return this.comers.invite(actor, params.batchId);
  }

  @Endpoint(imports.discard)
  discard(@Caller() actor: Actor, @Input() { params }: InputOf<typeof imports.discard>) {
    return this.imports.discard(actor, params.batchId);
  }

  /** The body is the file itself; the answer says only where the batch is, since the worker has not looked at it yet. */
  @Post('/api/import-files')
  @HttpCode(201)
  @Stream({ access: anywhere, query: ImportUpload })
  async upload(@Caller() actor: Actor, @Input() { query }: { query: z.output<typeof ImportUpload> }, @Req() request: FastifyRequest): Promise<{ id: string }> {
    const content = request.body instanceof Readable ? request.body : Readable.from([]);
    return { id: await this.imports.upload(actor, query.kind, query.fileName, content) };
  }

  @Get('/api/imports/:batchId/failed-rows')
  @Stream({ access: onBatch, params: ImportParams })
  async failedRows(@Input() { params }: { params: z.output<typeof ImportParams> }, @Res() reply: FastifyReply): Promise<void> {
    await download(reply, await this.files.failedRows(params.batchId));
  }

  @Get('/api/import-templates/:kind/:format')
  @Stream({ access: anywhere, params: ImportTemplate })
  async template(@Input() { params }: { params: z.output<typeof ImportTemplate> }, @Res() reply: FastifyReply): Promise<void> {
    await download(reply, await this.files.template(params.kind, params.format));
  }
}

function download(reply: FastifyReply, file: ImportFile): FastifyReply {
  return reply
    .header('content-type', file.contentType)
    .header('content-length', file.content.length)
    .header('content-disposition', `attachment; filename="${file.name}"`)
    .header('cache-control', 'private, no-store')
    .send(file.content);
}
