import type { CaseResult } from '@banshi/process';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CaseState } from './case.types.js';

/** One running or finished instance of a service, pinned to the bundle that it was submitted under. */
@Entity('service_case')
@Index('uq_service_case_number', ['number'], { unique: true })
@Index('uq_service_case_idempotency', { synchronize: false })
@Index('ix_service_case_org_unit', ['orgUnitId', 'submittedAt'])
@Index('ix_service_case_submitted_at', ['submittedAt'])
@Index('ix_service_case_applicant', ['realm', 'applicantId', 'submittedAt'])
@Index('ix_service_case_service', ['service'])
@Index('ix_service_case_bundle', ['bundle'])
@Index('ix_service_case_search', { synchronize: false })
@Index('ix_service_case_attachments', { synchronize: false })
@Index('ix_service_case_unsealed', { synchronize: false })
@Index('ix_service_case_kept', { synchronize: false })
export class ServiceCase {
  @PrimaryColumn('uuid')
  id!: string;

  /** For people: the day and a serial number, such as 2026112500017. */
  @Column('text')
  number!: string;

  /** Key of the service. */
  @Column('text')
  service!: string;

  @Column('text', { name: 'service_title' })
  serviceTitle!: string;

  @Column('text')
  @ForeignKey('Bundle', { name: 'fk_service_case_bundle' })
  bundle!: string;

  /** The department that decides. */
  @Column('uuid', { name: 'org_unit_id', nullable: true })
  @ForeignKey('OrgUnit', { name: 'fk_service_case_org_unit' })
  orgUnitId!: string | null;

  @Column('text')
  state!: CaseState;

  @Column('text', { nullable: true })
  result!: CaseResult | null;

  /** The subject of the applicant's token: whose case it is. */
  @Column('text', { name: 'applicant_id' })
  applicantId!: string;

  @Column('text', { name: 'applicant_name' })
  applicantName!: string;

  /** Whose applicant: the hall's, or one person's preview. */
  @Column('text')
  realm!: string;

  /** Every field that a step has set, null where it was left empty; sensitive ones sealed: only the case vault reads them. */
  @Column('jsonb')
  data!: Record<string, unknown>;

  /** The chosen outcomes by their variables. */
  @Column('jsonb', { default: {} })
  outcomes!: Record<string, string>;

  @Column('integer', { default: 1 })
  rev!: number;

  @Column('text')
  search!: string;

  @Column('timestamptz', { name: 'submitted_at', default: () => 'now()' })
  submittedAt!: Date;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt!: Date | null;

  @Column('text', { name: 'idempotency_key', nullable: true })
  idempotencyKey!: string | null;

  /** What was submitted under the idempotency key. */
  @Column('text', { name: 'request_hash', nullable: true })
  requestHash!: string | null;

  /** Hashes of the files that the data names, sealed fields included. */
  @Column('text', { array: true, default: '{}' })
  attachments!: string[];

  /** False for rows from before sensitive fields were sealed; an operation seals them. */
  @Column('boolean', { name: 'is_sealed', default: false })
  isSealed!: boolean;

  /** When what it held of the applicant was erased. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt!: Date | null;
}
