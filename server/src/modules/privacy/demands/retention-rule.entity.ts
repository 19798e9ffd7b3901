import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How long a kind of data is kept after it has ended; where there is no row, as long as its owner says. */
@Entity('retention_rule')
export class RetentionRule {
  @PrimaryColumn('text')
  kind!: string;

  /** Null for ever. */
  @Column('integer', { nullable: true })
  days!: number | null;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  @Column('text', { name: 'updated_by_name' })
  updatedByName!: string;
}
