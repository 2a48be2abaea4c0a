import { Controller } from '@nestjs/common';
import { search } from '@pamong/contract/search';
import type { Actor } from '@pamong/domain/access/actor';
import { SearchService } from '@pamong/domain/search/search.service';
import type { InputOf } from '../kernel/endpoint.js';
import { Endpoint, Input, MaybeCaller } from '../kernel/endpoint.js';

/** The catalogue's search: open to visitors, who find public courses only. */
@Controller()
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Endpoint(search.courses)
  courses(@MaybeCaller() actor: Actor | null, @Input() { query }: InputOf<typeof search.courses>) {
    return this.search.courses(actor, query);
  }

  @Endpoint(search.suggest)
  suggest(@MaybeCaller() actor: Actor | null, @Input() { query }: InputOf<typeof search.suggest>) {
    return this.search.suggest(actor, query.q);
  }
}
