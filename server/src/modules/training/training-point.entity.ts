import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One line of a training's progress. A training that goes on from a checkpoint writes the points after it anew. */
@Entity('training_point')
export class TrainingPoint {
  @PrimaryColumn('uuid', { name: 'job_id' })
  @ForeignKey('TrainingJob', { name: 'fk_training_point_job' })
  jobId!: string;

  @PrimaryColumn('text')
  phase!: string;

  @PrimaryColumn('integer')
  step!: number;

  /** Steps of the phase in all, where known. */
  @Column('integer', { nullable: true })
  steps!: number | null;

  @Column('integer')
  epoch!: number;

  @Column('double precision', { nullable: true })
  loss!: number | null;

  @Column('double precision', { name: 'learning_rate', nullable: true })
  learningRate!: number | null;

  @Column('jsonb', { default: {} })
  metrics!: Record<string, number>;

  @Column('integer', { name: 'seconds_left', nullable: true })
  secondsLeft!: number | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
