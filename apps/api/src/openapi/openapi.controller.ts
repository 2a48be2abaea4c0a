import { Controller, Get } from '@nestjs/common';
import { openApiDocument } from '@pamong/contract/openapi';
import { PreparedJson } from '../kernel/prepared-json.js';
import { Stream } from '../kernel/endpoint.js';

/** The API's own description, made from the contract that the running code validates with. */
@Controller('api/docs')
export class OpenApiController {
  private readonly document = new PreparedJson(JSON.stringify(openApiDocument()), 'public, max-age=300');

  @Get('openapi.json')
  @Stream({ access: 'public' })
  json() {
    return this.document;
  }
}
