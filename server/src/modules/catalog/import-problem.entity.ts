import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One thing wrong in an imported file. */
@Entity('import_problem')
@Index('ix_import_problem_code', ['operation', 'code', 'n'])
export class ImportProblem {
  @PrimaryColumn('uuid')
  @ForeignKey('Operation', { name: 'fk_import_problem_operation', onDelete: 'CASCADE' })
  operation!: string;

  /** Place in the order of finding. */
  @PrimaryColumn('integer')
  n!: number;

  /** Row of the file as a spreadsheet counts it: the first row is 1, the header included; 0 for the file as a whole. */
  @Column('integer')
  row!: number;

  @Column('text', { nullable: true })
  column!: string | null;

  @Column('text')
  code!: string;

  /** `error`: the row was not taken; `warning`: it was, without or with this value; `info`: for a look. */
  @Column('text')
  severity!: 'error' | 'warning' | 'info';

  /** Beginning of the value. */
  @Column('text', { nullable: true })
  value!: string | null;

  @Column('jsonb')
  params!: Record<string, string | number>;
}
