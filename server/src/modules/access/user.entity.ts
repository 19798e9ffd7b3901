import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('app_user')
@Index('uq_app_user_username', { synchronize: false })
@Index('ix_app_user_department', ['departmentId'])
export class User {
  @PrimaryColumn('uuid')
  id!: string;

  /** Unique without regard to case. */
  @Column('text')
  username!: string;

  @Column('text')
  name!: string;

  /** Argon2id, PHC string. */
  @Column('text', { name: 'password_hash', select: false })
  passwordHash!: string;

  @Column('boolean', { name: 'must_change_password', default: true })
  mustChangePassword!: boolean;

  @Column('uuid', { name: 'department_id', nullable: true })
  @ForeignKey('OrgUnit', { name: 'fk_app_user_department' })
  departmentId!: string | null;

  @Column('text', { default: 'zh' })
  language!: string;

  @Column('boolean', { name: 'is_disabled', default: false })
  isDisabled!: boolean;

  @Column('integer', { name: 'failed_sign_ins', default: 0 })
  failedSignIns!: number;

  @Column('timestamptz', { name: 'locked_until', nullable: true })
  lockedUntil!: Date | null;

  @Column('timestamptz', { name: 'last_sign_in_at', nullable: true })
  lastSignInAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
