import { Module } from '@nestjs/common';
import { QueryReadingService } from './query-reading.service.js';
import { SearchIndexRepository } from './search-index.repository.js';
import { SearchIndexService } from './search-index.service.js';
import { SearchSources } from './search-sources.js';
import { SearchWordsRepository } from './search-words.repository.js';
import { SearchRepository } from './search.repository.js';
import { SearchService } from './search.service.js';
import { TextSearchSource } from './text.search-source.js';

@Module({
  providers: [QueryReadingService, SearchIndexRepository, SearchIndexService, SearchRepository, SearchService, SearchSources, SearchWordsRepository, TextSearchSource],
  exports: [SearchIndexService, SearchService, SearchSources],
})
export class SearchModule {}
