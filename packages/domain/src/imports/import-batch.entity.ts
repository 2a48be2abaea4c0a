import type { ImportKind, ImportRefusal, ImportState } from '@pamong/contract/imports';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Header of a column of the file with the first values below it. */
export interface SheetHeader {
  readonly title: string;
  readonly samples: readonly string[];
}

/** One file that was sent in, from upload to undo. */
@Entity('import_batch')
export class ImportBatchEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') agencyId!: string;
  /** The batch reads and writes here and below. */
  @Column('uuid') organisationId!: string;
  @Column('text') kind!: ImportKind;
  @Column('text') state!: ImportState;
  @Column('text') fileName!: string;
  @Column('int') fileBytes!: number;
  @Column('text', { nullable: true }) fileKey!: string | null;
  @Column('jsonb', { nullable: true }) refusal!: { readonly reason: ImportRefusal; readonly params: Readonly<Record<string, string | number>> } | null;
  @Column('jsonb') headers!: readonly SheetHeader[];
  /** Index of the header for each matched column. */
  @Column('jsonb') mapping!: Readonly<Record<string, number>>;
  /** Grows with every dry run; an older one notices that it is no longer wanted. */
  @Column('int') run!: number;
  @Column('int') done!: number;
  @Column('int') total!: number;
  /** The day from which the changes count, `YYYY-MM-DD`. */
  @Column('date', { nullable: true }) effectiveOn!: string | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) checkedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) appliedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) undoneAt!: Date | null;
  /** Who is having its people invited, while a job does it. */
  @Column('uuid', { nullable: true }) invitingBy!: string | null;
}
