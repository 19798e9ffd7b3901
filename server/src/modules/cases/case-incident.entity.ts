import type { IncidentCode } from '@banshi/process';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Why a case stopped where it stands, until somebody has it tried again. */
@Entity('case_incident')
@Index('ix_case_incident_case', ['caseId'])
export class CaseIncident {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey('ServiceCase', { name: 'fk_case_incident_case' })
  caseId!: string;

  @Column('uuid', { name: 'token_id' })
  tokenId!: string;

  @Column('text')
  element!: string;

  @Column('text')
  code!: IncidentCode;

  @Column('jsonb')
  params!: Record<string, unknown>;

  @Column('text')
  state!: 'OPEN' | 'RESOLVED';

  @Column('timestamptz', { name: 'raised_at', default: () => 'now()' })
  raisedAt!: Date;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt!: Date | null;
}
