import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('inbox_message')
export class InboxMessageEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') kind!: string;
  @Column('jsonb') params!: Record<string, string | number>;
  @Column('text', { nullable: true }) link!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
  /** What the message is about; a second delivery with the same key is the same message. */
  @Column('text') naturalKey!: string;
}
