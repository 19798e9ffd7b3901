import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectedRow } from '../config/projected-row.types.js';

/** A form as lists show it. */
@Entity('form_row')
@Index('uq_form_row_key', ['key'], { unique: true })
@Index('ix_form_row_title', ['titleOrder'])
@Index('ix_form_row_updated_at', ['updatedAt'])
@Index('ix_form_row_search', { synchronize: false })
export class FormRow extends ProjectedRow {
  @PrimaryColumn('uuid')
  @ForeignKey('ConfigItem', { name: 'fk_form_row_item' })
  id!: string;

  @Column('integer', { name: 'field_count' })
  fieldCount!: number;
}
