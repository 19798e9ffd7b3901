import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The key of one owner, wrapped by a data key. What is sealed under it ends with it. */
@Entity('vault_key')
@Index('uq_vault_key_target', ['kind', 'target'], { unique: true })
@Index('ix_vault_key_data_key', ['dataKey', 'id'])
export class VaultKey {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  /** Id of the owner. */
  @Column('text')
  target!: string;

  @Column('uuid', { name: 'data_key' })
  @ForeignKey('DataKey', { name: 'fk_vault_key_data_key' })
  dataKey!: string;

  /** Base64; null once it was destroyed. */
  @Column('text', { nullable: true })
  wrapped!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'destroyed_at', nullable: true })
  destroyedAt!: Date | null;
}
