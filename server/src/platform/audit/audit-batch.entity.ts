import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link of the hash chain: SHA-256 over the previous link's hash and the canonical JSON of its entries in id order. */
@Entity('audit_batch')
export class AuditBatch {
  @PrimaryColumn('bigint')
  n!: string;

  @Column('integer')
  entries!: number;

  @Column('text')
  previous!: string;

  @Column('text')
  hash!: string;

  @Column('timestamptz', { name: 'sealed_at', default: () => 'now()' })
  sealedAt!: Date;
}
