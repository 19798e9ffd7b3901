import type { Audience, ServiceType } from '@banshi/bundle';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectedRow } from '../config/projected-row.types.js';

/** A service item as lists show it. */
@Entity('service_row')
@Index('uq_service_row_key', ['key'], { unique: true })
@Index('ix_service_row_title', ['titleOrder'])
@Index('ix_service_row_updated_at', ['updatedAt'])
@Index('ix_service_row_department', ['department'])
@Index('ix_service_row_code', ['code'])
@Index('ix_service_row_search', { synchronize: false })
export class ServiceRow extends ProjectedRow {
  @PrimaryColumn('uuid')
  @ForeignKey('ConfigItem', { name: 'fk_service_row_item' })
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  type!: ServiceType;

  @Column('text')
  department!: string;

  @Column('text', { array: true })
  audience!: Audience[];

  @Column('text', { array: true })
  themes!: string[];

  @Column('boolean')
  online!: boolean;

  @Column('text', { nullable: true })
  form!: string | null;

  @Column('text', { nullable: true })
  workflow!: string | null;
}
