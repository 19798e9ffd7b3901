import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `record` keys wrap the keys of single records; the `index` key makes the digests of the blind index. */
export type KeyPurpose = 'record' | 'index';

/** A key that is kept wrapped by the master key. One of each purpose is active; retired ones still unwrap. */
@Entity('data_key')
@Index('uq_data_key_active', { synchronize: false })
export class DataKey {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  purpose!: KeyPurpose;

  /** Base64. */
  @Column('text')
  wrapped!: string;

  /** Fingerprint of the master key. */
  @Column('text')
  master!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;
}
