import { Injectable } from '@nestjs/common';
import { sweepUploads, transcodeRecording } from '@pamong/domain/media/media.jobs';
import { MediaUploadsService } from '@pamong/domain/media/media-uploads.service';
import { TranscodingService } from '@pamong/domain/media/transcoding.service';
import type { JobContext } from '@pamong/platform/queue/handler-registry';
import { Handles } from '../runtime/handler.decorators.js';

@Injectable()
export class MediaHandlers {
  constructor(
    private readonly transcoding: TranscodingService,
    private readonly uploads: MediaUploadsService,
  ) {}

  @Handles(transcodeRecording)
  transcode({ assetId }: { assetId: string }, context: JobContext): Promise<void> {
    return this.transcoding.transcode(assetId, context);
  }

  @Handles(sweepUploads)
  async sweep(): Promise<void> {
    await this.uploads.sweep();
  }
}
