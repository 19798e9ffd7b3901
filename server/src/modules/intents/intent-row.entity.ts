import type { IntentBody } from '@banshi/bundle';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectedRow } from '../config/projected-row.types.js';

/** An intent as lists show it. */
@Entity('intent_row')
@Index('uq_intent_row_key', ['key'], { unique: true })
@Index('ix_intent_row_title', ['titleOrder'])
@Index('ix_intent_row_updated_at', ['updatedAt'])
@Index('ix_intent_row_search', { synchronize: false })
export class IntentRow extends ProjectedRow {
  @PrimaryColumn('uuid')
  @ForeignKey('ConfigItem', { name: 'fk_intent_row_item' })
  id!: string;

  @Column('text')
  role!: IntentBody['role'];

  @Column('text', { nullable: true })
  service!: string | null;

  @Column('text', { nullable: true })
  parent!: string | null;
}
