import DataLoader from 'dataloader';
import { In } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
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
      new DataLoader<string, { id: string; name: string }[]>(async (ids) => {
        const rows = await ctx.manager.query<{ postId: string; id: string; name: string }[]>(
          'SELECT m.post_id AS "postId", u.id, u.name FROM post_member m JOIN app_user u ON u.id = m.user_id WHERE m.post_id = ANY($1::uuid[]) ORDER BY u.name, u.id',
          [ids],
        );
        return ids.map((id) => rows.filter((row) => row.postId === id));
      }),
  );
