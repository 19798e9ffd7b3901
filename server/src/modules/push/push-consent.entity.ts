import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Consent to the use of a sensitive trait, or its withdrawal. Only appended: the newest counts, the others prove. */
@Entity('push_consent')
@Index('ix_push_consent_person', ['person', 'field'])
export class PushConsent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  @ForeignKey('PushPerson', { name: 'fk_push_consent_person', onDelete: 'CASCADE' })
  person!: string;

  @Column('text')
  field!: string;

  @Column('boolean')
  given!: boolean;

  /** What he agreed to, in the words of the moment. */
  @Column('text')
  wording!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
