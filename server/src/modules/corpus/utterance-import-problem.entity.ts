import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Why a line of an imported file was left out. */
@Entity('utterance_import_problem')
export class UtteranceImportProblem {
  @PrimaryColumn('uuid', { name: 'operation_id' })
  @ForeignKey('Operation', { name: 'fk_utterance_import_problem_operation' })
  operationId!: string;

  @PrimaryColumn('integer')
  line!: number;

  @Column('text')
  code!: string;

  @Column('jsonb', { default: {} })
  params!: Record<string, string | number>;

  /** Beginning of the line or text. */
  @Column('text')
  value!: string;
}
