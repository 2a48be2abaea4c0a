import { Controller, Get, Header } from '@nestjs/common';
import { openApiDocument } from '@pamong/contract/openapi';
import { Stream } from '../kernel/endpoint.js';
import { PreparedJson } from '../kernel/prepared-json.js';
import type { ShownDocument } from './docs-page.js';
import { docsPage, docsStyle } from './docs-page.js';

const publicly = { access: 'public' } as const;

/** The API's own description, made from the contract that the running code validates with. */
@Controller('api/docs')
export class OpenApiController {
  private readonly document = openApiDocument();
  private readonly prepared = new PreparedJson(JSON.stringify(this.document), 'public, max-age=300');
  private readonly text = docsPage(this.document as unknown as ShownDocument);

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Stream(publicly)
  page() {
    return this.text;
  }

  @Get('style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Stream(publicly)
  style() {
    return docsStyle;
  }

  @Get('openapi.json')
  @Stream(publicly)
  json() {
    return this.prepared;
  }
}
