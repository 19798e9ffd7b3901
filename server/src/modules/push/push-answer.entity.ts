import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What an applicant told of himself; null for what he would not tell, so that he is not asked again. */
@Entity('push_answer')
export class PushAnswer {
  @PrimaryColumn('uuid')
  @ForeignKey('PushPerson', { name: 'fk_push_answer_person', onDelete: 'CASCADE' })
  person!: string;

  /** Variable of the profile. */
  @PrimaryColumn('text')
  field!: string;

  /** JSON, sealed. */
  @Column('text', { nullable: true })
  value!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
