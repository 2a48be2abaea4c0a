import type { MediaRefusal, MediaStatus } from '@pamong/contract/media';
import type { FinishedRendition } from '@pamong/platform/ffmpeg/hls-playlist.rules';
import type { VideoFacts } from '@pamong/platform/ffmpeg/probe';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A captions file of one language; `file` carries a hash of its text, so a browser may keep it for ever. */
export interface StoredCaptions {
  readonly language: string;
  readonly file: string;
  readonly cues: number;
}

/** A recording: from its announcement to the sizes that a player can choose from. Its files lie in storage under `media/<id>/`. */
@Entity('media_asset')
export class MediaAssetEntity {
  @PrimaryColumn('uuid') id!: string;
  /** The organisation whose authors may use it. */
  @Column('uuid') ownerId!: string;
  /** The agency whose room it takes. */
  @Column('uuid') agencyId!: string;
  @Column('uuid', { nullable: true }) uploadedBy!: string | null;
  @Column('text') status!: MediaStatus;
  @Column('text') fileName!: string;
  /** PostgreSQL's bigint arrives as text. */
  @Column('bigint') bytes!: string;
  @Column('real') progress!: number;
  @Column('text', { nullable: true }) refusal!: MediaRefusal | null;
  @Column('jsonb', { nullable: true }) facts!: VideoFacts | null;
  @Column('jsonb') renditions!: readonly FinishedRendition[];
  @Column('jsonb') captions!: readonly StoredCaptions[];
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}
