import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A department, office or school. `key` stands in contents and never changes. */
@Entity('org_unit')
@Index('uq_org_unit_key', ['key'], { unique: true })
@Index('ix_org_unit_parent', ['parentId'])
export class OrgUnit {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  key!: string;

  @Column('text')
  title!: string;

  @Column('text', { default: 'department' })
  kind!: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  @ForeignKey('OrgUnit', { name: 'fk_org_unit_parent' })
  parentId!: string | null;
}
