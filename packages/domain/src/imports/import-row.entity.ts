import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the dry run found in a row. */
export type RowVerdict = 'new' | 'changed' | 'same' | 'error';
/** What came of it. `failed`: the data had changed after the dry run. `kept`: the undo left it as it is. */
export type RowOutcome = 'applied' | 'failed' | 'undone' | 'kept';

/** A fault as it is kept; its sentences are made when somebody reads it. */
export interface RowFault {
  readonly column: string | null;
  readonly code: string;
  readonly value?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface FieldChange {
  readonly column: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** One row of the file. */
@Entity('import_row')
export class ImportRowEntity {
  @PrimaryColumn('uuid') batchId!: string;
  @PrimaryColumn('int') row!: number;
  @Column('text') verdict!: RowVerdict;
  @Column('text', { nullable: true }) outcome!: RowOutcome | null;
  @Column('int') position!: number;
  @Column('text') label!: string;
  /** As the file has them. */
  @Column('jsonb', { nullable: true }) cells!: readonly string[] | null;
  /** As the apply writes it. */
  @Column('jsonb', { nullable: true }) data!: unknown;
  @Column('jsonb') faults!: readonly RowFault[];
  /** What may be right but is worth a second look. */
  @Column('jsonb') warnings!: readonly RowFault[];
  @Column('jsonb') changes!: readonly FieldChange[];
  @Column('uuid', { nullable: true }) subjectId!: string | null;
  @Column('int', { nullable: true }) revisionSeen!: number | null;
  @Column('int', { nullable: true }) revisionLeft!: number | null;
  /** The subject with its histories before the apply. */
  @Column('jsonb', { nullable: true }) before!: unknown;
}
