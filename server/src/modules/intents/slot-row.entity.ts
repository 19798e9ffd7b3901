import type { SlotType } from '@banshi/bundle';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectedRow } from '../config/projected-row.types.js';

/** A slot as lists show it. */
@Entity('slot_row')
@Index('uq_slot_row_key', ['key'], { unique: true })
@Index('ix_slot_row_title', ['titleOrder'])
@Index('ix_slot_row_updated_at', ['updatedAt'])
@Index('ix_slot_row_search', { synchronize: false })
export class SlotRow extends ProjectedRow {
  @PrimaryColumn('uuid')
  @ForeignKey('ConfigItem', { name: 'fk_slot_row_item' })
  id!: string;

  @Column('text')
  type!: SlotType;

  @Column('boolean')
  sensitive!: boolean;

  @Column('text', { nullable: true })
  dictionary!: string | null;
}
