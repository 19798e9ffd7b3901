import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A key with which a hall calls `/hall/v1`. */
@Entity('api_key')
export class ApiKey {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** First characters of the key, for people to tell keys apart. */
  @Column('text')
  prefix!: string;

  @Column('text', { name: 'secret_hash' })
  @Index('uq_api_key_secret_hash', { unique: true })
  secretHash!: string;

  /** Permissions, all of them `hall.*`. */
  @Column('text', { array: true })
  scopes!: string[];

  @Column('text', { default: 'hall' })
  channel!: string;

  @Column('text', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  /** Made for a preview in the UI; not listed. */
  @Column('boolean', { name: 'is_preview', default: false })
  isPreview!: boolean;
}
