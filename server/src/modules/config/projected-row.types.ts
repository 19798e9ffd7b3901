import { Column } from 'typeorm';

/** What the list row of every kind holds. A row stands under the id of its item and follows the draft. */
export abstract class ProjectedRow {
  abstract id: string;

  @Column('text')
  key!: string;

  @Column('text')
  title!: string;

  /** Pinyin of the title: the same order on every database, and words of several readings are read rightly. */
  @Column('text', { name: 'title_order' })
  titleOrder!: string;

  @Column('text')
  search!: string;

  @Column('uuid', { name: 'org_unit_id', nullable: true })
  orgUnitId!: string | null;

  /** Content of the draft. */
  @Column('text')
  sha256!: string;

  /** Errors that the draft shows by itself; what contract rules find in a whole bundle is not counted. */
  @Column('integer')
  errors!: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  @Column('text', { name: 'updated_by_name' })
  updatedByName!: string;
}

/** What a kind adds to its rows. */
export type OwnColumns<R extends ProjectedRow> = Omit<R, keyof ProjectedRow>;
