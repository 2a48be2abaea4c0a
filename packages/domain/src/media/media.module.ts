import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import type { Config } from '@pamong/platform/config/config';
import { CONFIG } from '@pamong/platform/config/config';
import { UploadFolder } from '@pamong/platform/uploads/upload-folder';
import { AuditModule } from '../audit/audit.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { MediaAssetsRepository } from './media-assets.repository.js';
import { MediaPlaybackService } from './media-playback.service.js';
import { MediaMerger } from './media.merger.js';
import { MediaService } from './media.service.js';
import { MediaUploadsService } from './media-uploads.service.js';
import { TranscodingService } from './transcoding.service.js';

const uploadFolder = { provide: UploadFolder, useFactory: (config: Config) => new UploadFolder(join(config.dataDir, 'storage', 'uploads')), inject: [CONFIG] };

@Module({
  imports: [PeopleModule, AuditModule, OrganisationsModule, SettingsModule],
  providers: [MediaMerger, MediaService, MediaUploadsService, MediaPlaybackService, TranscodingService, MediaAssetsRepository, uploadFolder],
  exports: [MediaService, MediaUploadsService, MediaPlaybackService, TranscodingService, UploadFolder],
})
export class MediaModule {}
