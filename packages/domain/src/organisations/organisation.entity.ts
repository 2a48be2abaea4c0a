import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An agency (the root of a tree) or a unit below it. */
@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) parentId!: string | null;
  @Column('uuid') agencyId!: string;
  @Column('text') kind!: 'agency' | 'unit';
  @Column('text') name!: string;
  @Column('text') shortName!: string;
  @Column('text', { nullable: true }) unitKind!: string | null;
  /** Ids from the agency down to this one, without hyphens, joined by dots. */
  @Column('ltree') path!: string;
  /** IANA name; units carry their agency's unless they lie elsewhere. */
  @Column('text') timeZone!: string;
  /** Id in the system it was brought from. */
  @Column('text', { nullable: true }) externalRef!: string | null;
  /** The agency's own code of the unit, by which an import finds it again; unique in the agency. */
  @Column('text', { nullable: true }) code!: string | null;
  /** The unit that took this one in. */
  @Column('uuid', { nullable: true }) mergedIntoId!: string | null;
  /** Grows with every change, so that two editors notice each other. */
  @Column('int') revision!: number;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
}
