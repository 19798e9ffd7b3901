import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One line of a training's progress. A training that starts over begins its points anew. */
@Entity('training_point')
export class TrainingPoint {
  @PrimaryColumn('uuid', { name: 'job_id' })
  @ForeignKey('TrainingJob', { name: 'fk_training_point_job' })
  jobId!: string;

  @PrimaryColumn('integer')
  step!: number;

  @Column('text')
  phase!: string;

  @Column('integer')
  epoch!: number;

  @Column('double precision', { nullable: true })
  loss!: number | null;

  @Column('jsonb', { default: {} })
  metrics!: Record<string, number>;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
