import type { Manifest, ModelMetrics } from '@banshi/artifact';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type ModelVariant = 'int8' | 'distilled';

/** A model that a training made. Only `deletedAt` may be set later, by trigger. */
@Entity('model_version')
@Index('uq_model_version_n', ['n'], { unique: true })
@Index('ix_model_version_variant_of', ['variantOf'])
@Index('uq_model_version_artifact', { synchronize: false })
export class ModelVersion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  n!: number;

  @Column('text')
  method!: string;

  @Column('uuid', { name: 'snapshot_id' })
  @ForeignKey('CorpusSnapshot', { name: 'fk_model_version_snapshot' })
  snapshotId!: string;

  /** `int8` or `distilled`; null for what the training itself made. */
  @Column('text', { nullable: true })
  variant!: ModelVariant | null;

  /** The version that this one was made of. */
  @Column('uuid', { name: 'variant_of', nullable: true })
  @ForeignKey('ModelVersion', { name: 'fk_model_version_variant_of' })
  variantOf!: string | null;

  /** SHA-256 of the manifest's canonical JSON; names the folder of the files too. */
  @Column('text')
  artifact!: string;

  /** Bytes of all files. */
  @Column('bigint')
  size!: string;

  @Column('jsonb')
  manifest!: Manifest;

  @Column('jsonb')
  metrics!: ModelMetrics;

  /** `card.md`. */
  @Column('text')
  card!: string;

  /** Keys. */
  @Column('jsonb')
  intents!: string[];

  /** Keys. */
  @Column('jsonb')
  slots!: string[];

  @Column('text', { name: 'by_id', nullable: true })
  byId!: string | null;

  @Column('text', { name: 'by_name' })
  byName!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
