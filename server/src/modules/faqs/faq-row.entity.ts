import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectedRow } from '../config/projected-row.types.js';

/** A frequent question as lists show it. */
@Entity('faq_row')
@Index('uq_faq_row_key', ['key'], { unique: true })
@Index('ix_faq_row_title', ['titleOrder'])
@Index('ix_faq_row_updated_at', ['updatedAt'])
@Index('ix_faq_row_search', { synchronize: false })
export class FaqRow extends ProjectedRow {
  @PrimaryColumn('uuid')
  @ForeignKey('ConfigItem', { name: 'fk_faq_row_item' })
  id!: string;

  @Column('text', { array: true })
  services!: string[];

  @Column('text', { array: true })
  themes!: string[];

  @Column('date', { name: 'valid_from', nullable: true })
  validFrom!: string | null;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;

  @Column('integer', { name: 'wording_count' })
  wordingCount!: number;
}
