import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The tokens of one session and what they stand for, sealed under the session's key. */
@Entity('mask_session')
export class MaskSessionRow {
  @PrimaryColumn('uuid', { name: 'vault_key' })
  @ForeignKey('VaultKey', { name: 'fk_mask_session_key' })
  vaultKey!: string;

  @Column('text')
  sealed!: string;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
