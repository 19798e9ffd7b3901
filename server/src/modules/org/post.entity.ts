import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A post 岗位 in an org unit, to which tasks can be assigned whoever holds it. */
@Entity('post')
@Index('uq_post_key', ['key'], { unique: true })
@Index('ix_post_org_unit', ['orgUnitId'])
export class Post {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  key!: string;

  @Column('text')
  title!: string;

  @Column('uuid', { name: 'org_unit_id' })
  @ForeignKey('OrgUnit', { name: 'fk_post_org_unit' })
  orgUnitId!: string;
}
