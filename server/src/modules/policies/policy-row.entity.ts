import type { PolicyLevel } from '@banshi/policies';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectedRow } from '../config/projected-row.types.js';

/** A policy document as lists show it. */
@Entity('policy_row')
@Index('uq_policy_row_key', ['key'], { unique: true })
@Index('ix_policy_row_title', ['titleOrder'])
@Index('ix_policy_row_updated_at', ['updatedAt'])
@Index('ix_policy_row_search', { synchronize: false })
export class PolicyRow extends ProjectedRow {
  @PrimaryColumn('uuid')
  @ForeignKey('ConfigItem', { name: 'fk_policy_row_item' })
  id!: string;

  @Column('text')
  issuer!: string;

  @Column('text')
  level!: PolicyLevel;

  @Column('text')
  number!: string;

  @Column('text')
  region!: string;

  @Column('date', { name: 'effective_from', nullable: true })
  effectiveFrom!: string | null;

  @Column('date', { name: 'effective_to', nullable: true })
  effectiveTo!: string | null;

  @Column('text', { array: true })
  themes!: string[];

  @Column('integer', { name: 'clause_count' })
  clauseCount!: number;
}
