import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What an applicant wants to be told, and how. Made when he first says anything about it. */
@Entity('push_person')
@Index('uq_push_person_applicant', ['realm', 'applicantId'], { unique: true })
export class PushPerson {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  realm!: string;

  /** Subject of the applicant's token. */
  @Column('text', { name: 'applicant_id' })
  applicantId!: string;

  @Column('text', { array: true, default: [] })
  themes!: string[];

  /** Keys of services. */
  @Column('text', { array: true, default: [] })
  services!: string[];

  @Column('text', { name: 'off_channels', array: true, default: [] })
  offChannels!: string[];

  /** Since when he wants no policies pushed at all. */
  @Column('timestamptz', { name: 'paused_at', nullable: true })
  pausedAt!: Date | null;

  /** Sealed. */
  @Column('text', { nullable: true })
  email!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
