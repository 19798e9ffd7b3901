import type { KindName } from '@banshi/bundle';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A content under its hash. Immutable, by trigger. */
@Entity('config_content')
export class ConfigContent {
  /** SHA-256 of the body's canonical JSON. */
  @PrimaryColumn('text')
  sha256!: string;

  @Column('text')
  kind!: KindName;

  @Column('integer', { name: 'schema_version' })
  schemaVersion!: number;

  @Column('jsonb')
  body!: unknown;
}
