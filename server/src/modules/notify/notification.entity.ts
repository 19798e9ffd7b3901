import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A message to one person. It is there (in-app) from the moment it is written. */
@Entity('notification')
@Index('uq_notification_dedupe', ['realm', 'recipient', 'dedupeKey'], { unique: true })
@Index('ix_notification_recipient', ['realm', 'recipient', 'createdAt'])
@Index('ix_notification_topic', ['topic', 'createdAt'])
export class Notification {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  realm!: string;

  @Column('text')
  recipient!: string;

  @Column('text')
  topic!: string;

  @Column('text', { name: 'dedupe_key' })
  dedupeKey!: string;

  @Column('text')
  title!: string;

  @Column('text')
  body!: string;

  @Column('text', { nullable: true })
  link!: string | null;

  @Column('jsonb', { default: {} })
  facts!: Record<string, unknown>;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt!: Date | null;
}
