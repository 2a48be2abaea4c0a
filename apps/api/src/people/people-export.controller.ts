import { Readable } from 'node:stream';
import { Controller, Get, Res } from '@nestjs/common';
import { PeopleExportQuery } from '@pamong/contract/people';
import type { Actor } from '@pamong/domain/access/actor';
import { PeopleExportService } from '@pamong/domain/people/people-export.service';
import { PeopleService } from '@pamong/domain/people/people.service';
import { peopleColumns } from '@pamong/domain/people/people-sheet.rules';
import { Clock } from '@pamong/platform/clock/clock';
import { dayIn } from '@pamong/platform/clock/days';
import { Database } from '@pamong/platform/database/database';
import { streamCsv, streamWorkbook } from '@pamong/platform/spreadsheet/stream-workbook';
import type { FastifyReply } from 'fastify';
import type * as z from 'zod';
import { Caller, Input, Stream } from '../kernel/endpoint.js';

/** The list of people as a file. */
@Controller()
export class PeopleExportController {
  constructor(
    private readonly exports: PeopleExportService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  @Get('/api/people-export')
  @Stream({ access: { permission: 'person.read', scope: 'any' }, query: PeopleExportQuery })
  async export(@Caller() actor: Actor, @Input() { query }: { query: z.output<typeof PeopleExportQuery> }, @Res() reply: FastifyReply) {
    const { format, ...filter } = query;
    const { timeZone } = await this.people.get(this.db, actor.personId);
    const batches = this.exports.batches(actor, actor.scope('person.read'), filter, timeZone, format);
    const file = format === 'csv' ? streamCsv(batches) : streamWorkbook({ name: 'Pegawai', widths: peopleColumns.map((column) => column.width), batches });
    return reply
      .header('content-type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename="pegawai-${dayIn(timeZone, this.clock.now())}.${format}"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(file, { objectMode: false }));
  }
}
