import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Where a base model came from: with the product, from a folder of this machine, or from the configured hub. */
export type BaseModelSource = 'shipped' | 'folder' | 'hub';

/** A pretrained encoder that trainings start from. Its files are named by their hash and never change. */
@Entity('base_model')
@Index('uq_base_model_sha256', { synchronize: false })
export class BaseModel {
  @PrimaryColumn('uuid')
  id!: string;

  /** As its makers call it, such as `bert-base-chinese`. */
  @Column('text')
  name!: string;

  @Column('text')
  title!: string;

  @Column('text')
  source!: BaseModelSource;

  /** The folder or the address that it was read from. */
  @Column('text')
  location!: string;

  /** SHA-256 of the canonical JSON of `files`; names its folder too. */
  @Column('text')
  sha256!: string;

  @Column('jsonb')
  files!: Record<string, { sha256: string; bytes: number }>;

  /** Bytes of all files. */
  @Column('bigint')
  size!: string;

  /** As its `config.json` says, such as `BertModel`. */
  @Column('text')
  architecture!: string;

  @Column('integer')
  layers!: number;

  @Column('integer', { name: 'hidden_size' })
  hiddenSize!: number;

  @Column('integer', { name: 'vocabulary_size' })
  vocabularySize!: number;

  /** Longest input in tokens. */
  @Column('integer', { name: 'max_length' })
  maxLength!: number;

  /** As its card says; null where it says nothing. */
  @Column('text', { nullable: true })
  license!: string | null;

  /** Its card, Markdown. */
  @Column('text', { nullable: true })
  card!: string | null;

  /** Keys of the training methods that can start from it. */
  @Column('jsonb')
  methods!: string[];

  @Column('text', { name: 'by_id', nullable: true })
  byId!: string | null;

  @Column('text', { name: 'by_name' })
  byName!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
