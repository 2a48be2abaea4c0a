import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A word of the vocabulary, by who may know it. */
@Entity('search_word')
export class SearchWordEntity {
  @PrimaryColumn('uuid') scope!: string;
  @PrimaryColumn('text') word!: string;
  @Column('text') stem!: string;
  /** In how many courses it stands. */
  @Column('int') courses!: number;
}
