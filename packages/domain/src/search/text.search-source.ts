import { Injectable } from '@nestjs/common';
import { TextContent } from '@pamong/contract/course-content';
import type { Reader } from '@pamong/platform/database/database';
import type { Passage, SearchSource } from './search-sources.js';
import { SearchSources } from './search-sources.js';
import { textOfHtml } from './search-text.rules.js';

/** Readings are found by their text. */
@Injectable()
export class TextSearchSource implements SearchSource {
  readonly kind = 'text';

  constructor(sources: SearchSources) {
    sources.add(this);
  }

  passages(_reader: Reader, content: unknown): Promise<Passage[]> {
    return Promise.resolve([{ text: textOfHtml(TextContent.parse(content).html), second: null }]);
  }
}
