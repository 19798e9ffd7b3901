import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { TurnKind } from './dialog.types.js';
import type { Sealed } from './dialog-vault.js';

/** What was said and answered at one step of a conversation. Never changed; removed only with all of its session. */
@Entity('dialog_turn')
@Index('uq_dialog_turn_idempotency', { synchronize: false })
@Index('ix_dialog_turn_bundle', ['bundle'])
export class DialogTurn {
  @PrimaryColumn('uuid')
  @ForeignKey('DialogSession', { name: 'fk_dialog_turn_session' })
  session!: string;

  /** From 0, without gaps. */
  @PrimaryColumn('integer')
  n!: number;

  @Column('text')
  kind!: TurnKind;

  @Column('jsonb')
  content!: Sealed;

  /** What answered. */
  @Column('text')
  @ForeignKey('Bundle', { name: 'fk_dialog_turn_bundle' })
  bundle!: string;

  @Column('uuid', { name: 'by_id', nullable: true })
  byId!: string | null;

  /** The clerk who spoke. */
  @Column('text', { name: 'by_name', nullable: true })
  byName!: string | null;

  @Column('text', { name: 'idempotency_key', nullable: true })
  idempotencyKey!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
