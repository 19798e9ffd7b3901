import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What is being edited: one per item. Saving is `UPDATE … WHERE rev = $n`. */
@Entity('config_draft')
@Index('ix_config_draft_sha256', ['sha256'])
export class ConfigDraft {
  @PrimaryColumn('uuid', { name: 'item_id' })
  @ForeignKey('ConfigItem', { name: 'fk_config_draft_item' })
  itemId!: string;

  @Column('integer')
  rev!: number;

  @Column('text')
  @ForeignKey('ConfigContent', { name: 'fk_config_draft_content' })
  sha256!: string;

  /** Number of the version that it was taken from. */
  @Column('integer', { name: 'base_version', nullable: true })
  baseVersion!: number | null;

  @Column('text', { name: 'by_id', nullable: true })
  byId!: string | null;

  @Column('text', { name: 'by_name' })
  byName!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
