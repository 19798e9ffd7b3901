import type { KindName } from '@banshi/bundle';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An immutable set of contents under its hash. */
@Entity('bundle')
@Index('uq_bundle_n', ['n'], { unique: true })
export class Bundle {
  @PrimaryColumn('text')
  sha256!: string;

  /** What people call it: v37. */
  @Column('integer')
  n!: number;

  @Column('text', { nullable: true })
  @ForeignKey('Bundle', { name: 'fk_bundle_parent' })
  parent!: string | null;

  @Column('text')
  note!: string;

  @Column('text', { name: 'by_id', nullable: true })
  byId!: string | null;

  @Column('text', { name: 'by_name' })
  byName!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}

@Entity('bundle_entry')
@Index('ix_bundle_entry_content', ['sha256'])
export class BundleEntryRow {
  @PrimaryColumn('text')
  @ForeignKey('Bundle', { name: 'fk_bundle_entry_bundle' })
  bundle!: string;

  @PrimaryColumn('text')
  kind!: KindName;

  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  @ForeignKey('ConfigContent', { name: 'fk_bundle_entry_content' })
  sha256!: string;
}
