import { Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { PostModel } from '../org/org.model.js';
import { postMembersLoader } from './access.loaders.js';

/** As much of a person as everybody may see beside a post. */
@ObjectType('PostMember')
export class PostMemberModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}

/** Posts belong to the organisation, people to access: who holds a post is answered here. */
@Resolver(() => PostModel)
export class PostMembersResolver {
  @ResolveField(() => [PostMemberModel])
  members(@Parent() post: PostModel, @Ctx() ctx: RequestContext) {
    return postMembersLoader(ctx).load(post.id);
  }
}
