import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A training of a model from a snapshot. How it stands is said by its operation. */
@Entity('training_job')
@Index('uq_training_job_n', ['n'], { unique: true })
@Index('ix_training_job_model_version', ['modelVersionId'])
export class TrainingJob {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  n!: number;

  @Column('text')
  method!: string;

  @Column('uuid', { name: 'operation_id' })
  @ForeignKey('Operation', { name: 'fk_training_job_operation' })
  operationId!: string;

  @Column('uuid', { name: 'snapshot_id' })
  @ForeignKey('CorpusSnapshot', { name: 'fk_training_job_snapshot' })
  snapshotId!: string;

  /** Hyper-parameters that differ from the method's defaults. */
  @Column('jsonb', { default: {} })
  hyper!: Record<string, unknown>;

  @Column('integer')
  seed!: number;

  @Column('uuid', { name: 'model_version_id', nullable: true })
  @ForeignKey('ModelVersion', { name: 'fk_training_job_model_version' })
  modelVersionId!: string | null;

  /** What is odd about the data but did not stop the training. */
  @Column('jsonb', { default: [] })
  warnings!: { code: string; message: string; label?: string }[];

  /** Milliseconds that the training itself took. */
  @Column('integer', { name: 'train_ms', nullable: true })
  trainMs!: number | null;

  @Column('text', { name: 'by_id', nullable: true })
  byId!: string | null;

  @Column('text', { name: 'by_name' })
  byName!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
