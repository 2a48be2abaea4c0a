import { Injectable } from '@nestjs/common';
import type { VideoContent } from '@pamong/contract/video';
import { Chapter, VideoForAuthor } from '@pamong/contract/video';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Reader } from '@pamong/platform/database/database';
import * as z from 'zod';
import { CoursesService } from '../courses/courses.service.js';
import type { DraftLesson, LessonFinding, LessonKind } from '../courses/lesson-kinds.js';
import { LessonKinds } from '../courses/lesson-kinds.js';
import { cleanHtml } from '../courses/text-html.rules.js';
import { compilePage } from '../courses/text-page.rules.js';
import { MediaService } from '../media/media.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';

/** Body of a video lesson; parsing cleans the notes and puts the chapters in order. */
const VideoDraft = VideoForAuthor.extend({
  chapters: z.array(Chapter).max(100).transform((chapters) => chapters.toSorted((a, b) => a.start - b.start)),
  notes: VideoForAuthor.shape.notes.transform(cleanHtml),
});
type VideoDraft = z.output<typeof VideoDraft>;

/** Lessons to watch. */
@Injectable()
export class VideoLessonKind implements LessonKind<VideoDraft> {
  readonly kind = 'video';
  readonly draft = VideoDraft;
  readonly blank: VideoDraft = { assetId: null, chapters: [], notes: '' };
  readonly scored = false;
  readonly completions = ['watched', 'marked', 'opened'] as const;

  constructor(
    kinds: LessonKinds,
    private readonly media: MediaService,
    private readonly courses: CoursesService,
    private readonly organisations: OrganisationsService,
  ) {
    kinds.add(this);
  }

  async check(reader: Reader, lesson: DraftLesson<VideoDraft>): Promise<LessonFinding[]> {
    const asset = await this.findOwn(reader, lesson);
    if (asset === null || asset.status === 'refused' || asset.status === 'failed') return [{ code: 'VIDEO_MISSING', blocking: true }];
    return asset.playable ? [] : [{ code: 'VIDEO_NOT_READY', blocking: true }];
  }

  async compile(tx: Reader, { lesson }: { lesson: DraftLesson<VideoDraft> }) {
    const asset = await this.findOwn(tx, lesson);
    // Publishing has checked before; a preview of a lesson that has only just been added gets here.
    if (asset === null) throw new Problem('LESSON_INCOMPLETE');
    const seconds = asset.seconds ?? 0;
    const content: z.input<typeof VideoContent> = {
      assetId: asset.id,
      seconds,
      sound: asset.sound ?? false,
      renditions: asset.renditions,
      captions: asset.captions,
      // A chapter behind the end would be a link to nowhere.
      chapters: lesson.body.chapters.filter((chapter) => chapter.start < seconds),
      notes: compilePage(lesson.body.notes, await this.courses.languageOf(tx, lesson.courseId)),
    };
    // The smallest size is what the outline promises: nobody has to spend more.
    const bytes = asset.renditions[0]?.bytes;
    return { content, facts: { seconds, ...(bytes === undefined ? {} : { bytes }) } };
  }

  /** The lesson's recording, if its agency owns it: an id of somebody else's recording shows nothing. */
  private async findOwn(reader: Reader, lesson: DraftLesson<VideoDraft>) {
    const { assetId } = lesson.body;
    if (assetId === null) return null;
    const [asset, place] = await Promise.all([this.media.find(reader, assetId), this.courses.placeOf(reader, lesson.courseId)]);
    if (asset === null || place === null) return null;
    const owner = await this.organisations.get(reader, asset.ownerId);
    return owner.path.split('.')[0] === place.path.split('.')[0] ? asset : null;
  }
}
