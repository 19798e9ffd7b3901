import type { KindName } from '@banshi/bundle';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** References that a content makes; derived from it, so written with it and never changed. */
@Entity('config_ref')
@Index('ix_config_ref_target', ['toKind', 'toKey'])
export class ConfigRef {
  @PrimaryColumn('text')
  @ForeignKey('ConfigContent', { name: 'fk_config_ref_content' })
  sha256!: string;

  @PrimaryColumn('text')
  path!: string;

  @PrimaryColumn('text', { name: 'to_kind' })
  toKind!: KindName;

  @PrimaryColumn('text', { name: 'to_key' })
  toKey!: string;

  @Column('text')
  role!: string;
}
