import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One text that can be found: of the course itself (no lesson), of a lesson, or half a minute of a recording (with its second). */
@Entity('search_document')
export class SearchDocumentEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' }) id!: string;
  @Column('uuid') courseId!: string;
  @Column('uuid', { nullable: true }) lessonId!: string | null;
  @Column('text') kind!: string;
  @Column('int', { nullable: true }) second!: number | null;
  @Column('text') title!: string;
  @Column('text') text!: string;
  @Column('tsvector') body!: string;
}
