import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one secret that seals addresses of recordings. */
@Entity('media_key')
export class MediaKeyEntity {
  @PrimaryColumn('int') id!: number;
  @Column('bytea') secret!: Buffer;
  @Column('timestamptz') createdAt!: Date;
}
