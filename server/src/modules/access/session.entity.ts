import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('session')
@Index('ix_session_user', ['userId'])
export class Session {
  @PrimaryColumn('uuid')
  id!: string;

  /** SHA-256 of the cookie's token: who reads the database cannot sign in with it. */
  @Column('text', { name: 'token_hash' })
  @Index('uq_session_token_hash', { unique: true })
  tokenHash!: string;

  @Column('uuid', { name: 'user_id' })
  @ForeignKey('User', { name: 'fk_session_user', onDelete: 'CASCADE' })
  userId!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
