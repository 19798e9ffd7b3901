import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A value that is sealed under a key, as a keyed digest: found again by who knows the value, told to nobody else. */
@Entity('vault_index')
@Index('ix_vault_index_digest', ['digest'])
export class VaultIndex {
  @PrimaryColumn('uuid', { name: 'vault_key' })
  @ForeignKey('VaultKey', { name: 'fk_vault_index_key' })
  vaultKey!: string;

  @PrimaryColumn('text')
  digest!: string;

  @Column('text')
  kind!: string;
}
