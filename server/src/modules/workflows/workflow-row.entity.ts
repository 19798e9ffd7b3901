import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectedRow } from '../config/projected-row.types.js';

/** A workflow as lists show it. */
@Entity('workflow_row')
@Index('uq_workflow_row_key', ['key'], { unique: true })
@Index('ix_workflow_row_title', ['titleOrder'])
@Index('ix_workflow_row_updated_at', ['updatedAt'])
@Index('ix_workflow_row_search', { synchronize: false })
export class WorkflowRow extends ProjectedRow {
  @PrimaryColumn('uuid')
  @ForeignKey('ConfigItem', { name: 'fk_workflow_row_item' })
  id!: string;

  @Column('integer', { name: 'task_count' })
  taskCount!: number;
}
