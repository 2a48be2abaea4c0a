import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A setting of one agency; its key is defined in code with its shape and default. */
@Entity('setting')
export class SettingEntity {
  @PrimaryColumn('uuid') organisationId!: string;
  @PrimaryColumn('text') key!: string;
  @Column('jsonb') value!: unknown;
  @Column('timestamptz') changedAt!: Date;
}
