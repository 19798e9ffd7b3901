import type { KindName } from '@banshi/bundle';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One thing that is configured. Its key never changes. Title and search text follow the draft. */
@Entity('config_item')
@Index('uq_config_item_kind_key', ['kind', 'key'], { unique: true })
@Index('ix_config_item_org_unit', ['orgUnitId'])
@Index('ix_config_item_search', { synchronize: false })
export class ConfigItem {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: KindName;

  @Column('text')
  key!: string;

  /** Department whose people may edit it; null for what all share. */
  @Column('uuid', { name: 'org_unit_id', nullable: true })
  @ForeignKey('OrgUnit', { name: 'fk_config_item_org_unit' })
  orgUnitId!: string | null;

  @Column('text')
  title!: string;

  @Column('text')
  search!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
