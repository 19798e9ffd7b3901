import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file that somebody sent, under the name that it had there. */
@Entity('upload')
@Index('ix_upload_created_at', ['createdAt'])
export class Upload {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  sha256!: string;

  @Column('text')
  name!: string;

  @Column('bigint')
  size!: string;

  @Column('text', { name: 'media_type' })
  mediaType!: string;

  @Column('text', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
