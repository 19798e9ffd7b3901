import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file in the content-addressed store. */
@Entity('blob')
export class Blob {
  @PrimaryColumn('text')
  sha256!: string;

  @Column('bigint')
  size!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
