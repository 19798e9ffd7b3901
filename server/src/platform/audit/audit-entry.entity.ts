import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One thing that somebody did, saw or released. Append-only by trigger; only `batch` is set once, when it is sealed. */
@Entity('audit_entry')
@Index('ix_audit_entry_at', ['at'])
@Index('ix_audit_entry_target', ['targetKind', 'targetKey'])
@Index('ix_audit_entry_actor', ['actorId'])
@Index('ix_audit_entry_unsealed', { synchronize: false })
@Index('ix_audit_entry_batch', ['batch', 'id'])
export class AuditEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  @Column('text', { name: 'actor_kind' })
  actorKind!: string;

  @Column('text', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('text', { name: 'actor_name' })
  actorName!: string;

  /** Dotted verb, such as `config.save-draft`. */
  @Column('text')
  action!: string;

  @Column('text', { name: 'target_kind' })
  targetKind!: string;

  @Column('text', { name: 'target_key' })
  targetKey!: string;

  @Column('jsonb', { default: {} })
  detail!: Record<string, unknown>;

  @Column('text', { nullable: true })
  ip!: string | null;

  /**
   * Transaction that wrote it: a batch is sealed only of entries whose transactions have all ended. The default is written
   * as TypeORM reads the real one back, without its casts; it is compared with that and used for nothing else.
   */
  @Column({ type: 'bigint', default: () => '((pg_current_xact_id()))', select: false, insert: false })
  xid!: string;

  @Column('bigint', { nullable: true })
  batch!: string | null;
}
