import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role } from './roles.js';

@Entity('role_grant')
@Index('ix_role_grant_user', ['userId'])
@Index('ix_role_grant_scope', ['scopeId'])
export class RoleGrant {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'user_id' })
  @ForeignKey('User', { name: 'fk_role_grant_user', onDelete: 'CASCADE' })
  userId!: string;

  @Column('text')
  role!: Role;

  /** Org unit in which the role holds, with those below it; null for everywhere. */
  @Column('uuid', { name: 'scope_id', nullable: true })
  @ForeignKey('OrgUnit', { name: 'fk_role_grant_scope' })
  scopeId!: string | null;
}
