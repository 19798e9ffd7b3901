import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectedRow } from '../config/projected-row.types.js';

/** What can be known of applicants, as lists show it. */
@Entity('profile_row')
@Index('uq_profile_row_key', ['key'], { unique: true })
@Index('ix_profile_row_title', ['titleOrder'])
@Index('ix_profile_row_updated_at', ['updatedAt'])
@Index('ix_profile_row_search', { synchronize: false })
export class ProfileRow extends ProjectedRow {
  @PrimaryColumn('uuid')
  @ForeignKey('ConfigItem', { name: 'fk_profile_row_item' })
  id!: string;

  @Column('integer', { name: 'field_count' })
  fieldCount!: number;
}
