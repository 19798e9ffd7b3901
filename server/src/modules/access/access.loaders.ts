import DataLoader from 'dataloader';
import { In } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { PostMember } from '../org/membership.entity.js';
import { RoleGrant } from './role-grant.entity.js';
import { User } from './user.entity.js';

/** Users by id; null for ids of no user. */
export const userLoader = (ctx: RequestContext) =>
  ctx.loader(
    userLoader,
    () =>
      new DataLoader<string, User | null>(async (ids) => {
        const users = await ctx.manager.findBy(User, { id: In([...ids]) });
        const byId = new Map(users.map((user) => [user.id, user]));
        return ids.map((id) => byId.get(id) ?? null);
      }),
  );

export const grantsLoader = (ctx: RequestContext) =>
  ctx.loader(
    grantsLoader,
    () =>
      new DataLoader<string, RoleGrant[]>(async (ids) => {
        const grants = await ctx.manager.findBy(RoleGrant, { userId: In([...ids]) });
        return ids.map((id) => grants.filter((grant) => grant.userId === id));
      }),
  );

/** Who holds each post, by name. */
export const postMembersLoader = (ctx: RequestContext) =>
  ctx.loader(
    postMembersLoader,
    () =>
      new DataLoader<string, User[]>(async (ids) => {
        const holdings = await ctx.manager.findBy(PostMember, { postId: In([...ids]) });
        const users = await ctx.manager.find(User, { where: { id: In(holdings.map(({ userId }) => userId)) }, order: { name: 'ASC', id: 'ASC' } });
        return ids.map((id) => users.filter((user) => holdings.some(({ postId, userId }) => postId === id && userId === user.id)));
      }),
  );
