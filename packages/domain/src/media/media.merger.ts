import { Injectable } from '@nestjs/common';
import type { MergeLine, PersonMerger } from '../people/person-mergers.js';
import { PersonMergers } from '../people/person-mergers.js';

/** Recordings belong to an organisation; who sent one is history. */
@Injectable()
export class MediaMerger implements PersonMerger {
  readonly key = 'media';
  readonly title = { id: 'Berkas media', en: 'Media files' };
  readonly references = { moves: [], follows: ['media_asset.uploaded_by'] };

  constructor(mergers: PersonMergers) {
    mergers.add(this);
  }

  async preview(): Promise<MergeLine[]> {
    return [];
  }

  async move(): Promise<void> {}
}
