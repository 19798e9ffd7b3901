import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DialogMode } from './dialog.types.js';
import type { Sealed } from './dialog-vault.js';

/** One conversation, pinned to the bundle of its last turn. `state` is what the dialogue knows; only the vault reads it. */
@Entity('dialog_session')
@Index('ix_dialog_session_bundle', ['bundle'])
@Index('ix_dialog_session_applicant', ['realm', 'applicantId', 'updatedAt'])
@Index('ix_dialog_session_created_at', ['createdAt'])
@Index('ix_dialog_session_clerk', ['clerkId'])
@Index('ix_dialog_session_waiting', { synchronize: false })
export class DialogSession {
  @PrimaryColumn('uuid')
  id!: string;

  /** Whose citizen: the hall's, or one person's preview. */
  @Column('text')
  realm!: string;

  @Column('text')
  channel!: string;

  /** Null until the hall has signed the citizen in. */
  @Column('text', { name: 'applicant_id', nullable: true })
  applicantId!: string | null;

  @Column('text', { name: 'applicant_name', nullable: true })
  applicantName!: string | null;

  @Column('text')
  @ForeignKey('Bundle', { name: 'fk_dialog_session_bundle' })
  bundle!: string;

  @Column('jsonb')
  state!: Sealed;

  @Column('text', { default: 'ASSISTANT' })
  mode!: DialogMode;

  /** Key of the service under way. */
  @Column('text', { nullable: true })
  service!: string | null;

  /** The department whose clerks are asked; null for any. */
  @Column('uuid', { name: 'org_unit_id', nullable: true })
  @ForeignKey('OrgUnit', { name: 'fk_dialog_session_org_unit' })
  orgUnitId!: string | null;

  /** Why it was handed over last. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('jsonb', { nullable: true })
  note!: Sealed | null;

  /** When a person was first needed. */
  @Column('timestamptz', { name: 'handed_over_at', nullable: true })
  handedOverAt!: Date | null;

  @Column('timestamptz', { name: 'waiting_since', nullable: true })
  waitingSince!: Date | null;

  @Column('uuid', { name: 'clerk_id', nullable: true })
  @ForeignKey('User', { name: 'fk_dialog_session_clerk' })
  clerkId!: string | null;

  @Column('text', { name: 'clerk_name', nullable: true })
  clerkName!: string | null;

  @Column('integer', { name: 'last_turn', default: 0 })
  lastTurn!: number;

  @Column('integer', { default: 1 })
  rev!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** When its contents were removed at the citizen's demand or at the end of their time. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt!: Date | null;
}
