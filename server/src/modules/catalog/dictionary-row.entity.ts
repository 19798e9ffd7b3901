import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectedRow } from '../config/projected-row.types.js';

/** A dictionary as lists show it. */
@Entity('dictionary_row')
@Index('uq_dictionary_row_key', ['key'], { unique: true })
@Index('ix_dictionary_row_title', ['titleOrder'])
@Index('ix_dictionary_row_updated_at', ['updatedAt'])
@Index('ix_dictionary_row_search', { synchronize: false })
export class DictionaryRow extends ProjectedRow {
  @PrimaryColumn('uuid')
  @ForeignKey('ConfigItem', { name: 'fk_dictionary_row_item' })
  id!: string;

  @Column('integer', { name: 'entry_count' })
  entryCount!: number;
}
