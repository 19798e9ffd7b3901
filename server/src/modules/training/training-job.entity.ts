import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ExecutorKey, TrainingDevice, TrainingEnvironment } from './executors/training-executor.js';
import type { EarlyStop } from './groups/median-rule.js';
import type { VariantKey, VariantResult } from './methods/training-method.js';

/** A training of a model from a snapshot. How it stands is said by its operation. */
@Entity('training_job')
@Index('uq_training_job_n', ['n'], { unique: true })
@Index('ix_training_job_model_version', ['modelVersionId'])
@Index('ix_training_job_base_model', ['baseModelId'])
@Index('ix_training_job_group', ['groupId', 'n'])
@Index('ix_training_job_operation', ['operationId'])
export class TrainingJob {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  n!: number;

  @Column('text')
  method!: string;

  /** Key of the method's preset that the hyper-parameters began with. */
  @Column('text', { nullable: true })
  preset!: string | null;

  @Column('uuid', { name: 'base_model_id', nullable: true })
  @ForeignKey('BaseModel', { name: 'fk_training_job_base_model' })
  baseModelId!: string | null;

  @Column('text', { default: 'local' })
  executor!: ExecutorKey;

  @Column('text', { default: 'auto' })
  device!: TrainingDevice;

  /** What is made of the model besides itself. */
  @Column('jsonb', { default: [] })
  variants!: VariantKey[];

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

  /** What each model of the job measured, the original first. */
  @Column('jsonb', { default: [] })
  results!: VariantResult[];

  /** What is odd about the data but did not stop the training. */
  @Column('jsonb', { default: [] })
  warnings!: { code: string; message: string; label?: string }[];

  /** Where it ran: versions, device, threads. */
  @Column('jsonb', { nullable: true })
  environment!: TrainingEnvironment | null;

  /** Milliseconds that the method reckoned beforehand, before what was measured here corrects it. */
  @Column('integer', { name: 'estimated_ms', nullable: true })
  estimatedMs!: number | null;

  /** Milliseconds that the training itself took. */
  @Column('integer', { name: 'train_ms', nullable: true })
  trainMs!: number | null;

  /** Jobs that were ordered together, to be compared. */
  @Column('uuid', { name: 'group_id', nullable: true })
  groupId!: string | null;

  /** Set where the job was ended because the others of its group were better. */
  @Column('jsonb', { name: 'early_stop', nullable: true })
  earlyStop!: EarlyStop | null;

  /** What the executor calls the job, such as a submission of the cluster. */
  @Column('text', { name: 'external_id', nullable: true })
  externalId!: string | null;

  @Column('text', { name: 'by_id', nullable: true })
  byId!: string | null;

  @Column('text', { name: 'by_name' })
  byName!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
