import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Where a case stands in its workflow; a case has one for each branch that is under way. */
@Entity('case_token')
@Index('ix_case_token_case', ['caseId'])
export class CaseToken {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey('ServiceCase', { name: 'fk_case_token_case' })
  caseId!: string;

  @Column('text')
  element!: string;

  /** The flow by which it arrived. */
  @Column('text', { nullable: true })
  flow!: string | null;

  @Column('text')
  state!: 'active' | 'waiting' | 'incident';
}
