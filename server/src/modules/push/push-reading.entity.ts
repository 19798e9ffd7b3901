import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** That an applicant has read a policy: the history that interests are taken from. */
@Entity('push_reading')
export class PushReading {
  @PrimaryColumn('uuid')
  @ForeignKey('PushPerson', { name: 'fk_push_reading_person', onDelete: 'CASCADE' })
  person!: string;

  @PrimaryColumn('text')
  policy!: string;

  @Column('integer', { default: 1 })
  times!: number;

  @Column('timestamptz', { name: 'first_at', default: () => 'now()' })
  firstAt!: Date;

  @Column('timestamptz', { name: 'last_at', default: () => 'now()' })
  lastAt!: Date;
}
