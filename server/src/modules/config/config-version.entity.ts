import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A kept state of an item. Append-only. */
@Entity('config_version')
export class ConfigVersion {
  @PrimaryColumn('uuid', { name: 'item_id' })
  @ForeignKey('ConfigItem', { name: 'fk_config_version_item' })
  itemId!: string;

  @PrimaryColumn('integer')
  n!: number;

  @Column('text')
  @ForeignKey('ConfigContent', { name: 'fk_config_version_content' })
  sha256!: string;

  @Column('text')
  note!: string;

  @Column('text', { name: 'by_id', nullable: true })
  byId!: string | null;

  @Column('text', { name: 'by_name' })
  byName!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
