import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who holds which post. */
@Entity('post_member')
@Index('ix_post_member_user', ['userId'])
export class PostMember {
  @PrimaryColumn('uuid', { name: 'post_id' })
  @ForeignKey('Post', { name: 'fk_post_member_post', onDelete: 'CASCADE' })
  postId!: string;

  @PrimaryColumn('uuid', { name: 'user_id' })
  @ForeignKey('User', { name: 'fk_post_member_user', onDelete: 'CASCADE' })
  userId!: string;
}
