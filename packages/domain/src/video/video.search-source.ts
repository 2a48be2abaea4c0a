import { Injectable } from '@nestjs/common';
import { VideoContent } from '@pamong/contract/video';
import type { Reader } from '@pamong/platform/database/database';
import { MediaService } from '../media/media.service.js';
import type { Passage, SearchSource } from '../search/search-sources.js';
import { SearchSources } from '../search/search-sources.js';
import { oneLine, passagesOfCaptions, textOfHtml } from '../search/search-text.rules.js';

/** Recordings are found by the text beside them, by their chapters and by what is said, each at its second. */
@Injectable()
export class VideoSearchSource implements SearchSource {
  readonly kind = 'video';

  constructor(
    sources: SearchSources,
    private readonly media: MediaService,
  ) {
    sources.add(this);
  }

  async passages(_reader: Reader, content: unknown): Promise<Passage[]> {
    const { assetId, captions, chapters, notes } = VideoContent.parse(content);
    // One language is enough: the same sentences twice would show a lesson twice.
    const spoken = captions.find(({ language }) => language.startsWith('id')) ?? captions[0];
    const said = spoken === undefined ? [] : passagesOfCaptions(await this.media.readCaptions(assetId, spoken.file));
    return [{ text: textOfHtml(notes), second: null }, ...chapters.map(({ start, title }) => ({ text: oneLine(title), second: start })), ...said];
  }
}
