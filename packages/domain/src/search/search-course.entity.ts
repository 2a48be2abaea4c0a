import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeptCard } from './search-card.js';

/** A published course as the catalogue narrows, ranks and shows it; made again with every version. */
@Entity('search_course')
export class SearchCourseEntity {
  @PrimaryColumn('uuid') courseId!: string;
  @Column('uuid') versionId!: string;
  @Column('uuid') agencyId!: string;
  @Column('text') title!: string;
  @Column('text') topic!: string;
  @Column('text') level!: string;
  @Column('text') form!: string;
  @Column('text') language!: string;
  @Column('uuid') organiserId!: string;
  @Column('text') organiserName!: string;
  @Column('text', { array: true }) competences!: string[];
  /** Names of `competences`, in the same order. */
  @Column('text', { array: true }) competenceNames!: string[];
  @Column('int') minutes!: number;
  @Column('int') jp!: number;
  @Column('timestamptz') publishedAt!: Date;
  @Column('int', { default: 0 }) taken!: number;
  @Column('jsonb') card!: KeptCard;
  @Column('tsvector') head!: string;
  @Column('text', { array: true }) words!: string[];
  /** Scope of the vocabulary that `words` were counted in. */
  @Column('uuid') vocabularyOf!: string;
}
