import { Controller } from '@nestjs/common';
import { PublicCourse, catalogue } from '@pamong/contract/catalogue';
import { CatalogueService } from '@pamong/domain/courses/catalogue.service';
import { Recent } from '@pamong/platform/cache/recent';
import type { InputOf } from '../kernel/endpoint.js';
import { Endpoint, Input } from '../kernel/endpoint.js';
import { PreparedJson } from '../kernel/prepared-json.js';

const outlinesKept = 500;

/** Published courses for everybody. Outlines are serialised and compressed once per version. */
@Controller()
export class CatalogueController {
  private readonly outlines = new Recent<string, PreparedJson>(outlinesKept);

  constructor(private readonly courses: CatalogueService) {}

  @Endpoint(catalogue.list)
  list(@Input() { query }: InputOf<typeof catalogue.list>) {
    return this.courses.list(query);
  }

  @Endpoint(catalogue.get)
  async get(@Input() { params }: InputOf<typeof catalogue.get>) {
    const versionId = await this.courses.versionOf(params.course);
    const known = this.outlines.get(versionId);
    if (known !== undefined) return known;
    // A prepared answer skips the response schema, so what is not public is dropped here.
    const made = new PreparedJson(JSON.stringify(PublicCourse.parse(await this.courses.version(versionId))), 'no-cache');
    this.outlines.set(versionId, made);
    return made;
  }
}
