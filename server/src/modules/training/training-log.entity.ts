import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity('training_log')
@Index('ix_training_log_job', ['jobId', 'id'])
export class TrainingLog {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid', { name: 'job_id' })
  @ForeignKey('TrainingJob', { name: 'fk_training_log_job' })
  jobId!: string;

  @Column('text')
  line!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
