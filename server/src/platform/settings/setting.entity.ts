import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A setting that people change in the UI; what must be known before the database is there is an environment variable. */
@Entity('setting')
export class Setting {
  @PrimaryColumn('text')
  name!: string;

  @Column('jsonb')
  value!: unknown;
}
