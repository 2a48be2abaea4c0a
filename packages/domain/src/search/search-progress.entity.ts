import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the counting of those who take courses has come. */
@Entity('search_progress')
export class SearchProgressEntity {
  @PrimaryColumn('int') id!: 1;
  @Column('uuid') countedUntil!: string;
}
