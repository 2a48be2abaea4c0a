import { Controller } from '@nestjs/common';
import { PublicCourse, catalogue } from '@pamong/contract/catalogue';
import type { Actor } from '@pamong/domain/access/actor';
import { CatalogueService } from '@pamong/domain/courses/catalogue.service';
import { Recent } from '@pamong/platform/cache/recent';
import type { InputOf } from '../kernel/endpoint.js';
import { Endpoint, Input, MaybeCaller } from '../kernel/endpoint.js';
import { PreparedJson } from '../kernel/prepared-json.js';

const outlinesKept = 500;

/** Pages of published courses. Outlines are serialised and compressed once per version. */
@Controller()
export class CatalogueController {
  private readonly outlines = new Recent<string, PreparedJson>(outlinesKept);

  constructor(private readonly courses: CatalogueService) {}

  @Endpoint(catalogue.get)
  async get(@MaybeCaller() actor: Actor | null, @Input() { params }: InputOf<typeof catalogue.get>) {
    const { versionId, agencyOnly } = await this.courses.versionOf(actor, params.course);
    const key = `${versionId} ${agencyOnly}`;
    const known = this.outlines.get(key);
    if (known !== undefined) return known;
    // A prepared answer skips the response schema, so what is not public is dropped here.
    const made = new PreparedJson(JSON.stringify(PublicCourse.parse(await this.courses.version(versionId))), agencyOnly ? 'private, no-cache' : 'no-cache');
    this.outlines.set(key, made);
    return made;
  }
}
