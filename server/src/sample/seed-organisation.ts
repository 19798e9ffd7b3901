import type { INestApplicationContext } from '@nestjs/common';
import { Role } from '../modules/access/roles.js';
import { UsersService } from '../modules/access/users.service.js';
import { OrgService } from '../modules/org/org.service.js';
import type { RequestContext } from '../platform/actor/request-context.js';
import type { SampleHall } from './sample-hall.js';

const roleOf: Record<string, Role> = {
  administrator: Role.ADMINISTRATOR,
  annotator: Role.ANNOTATOR,
  'release-manager': Role.RELEASE_MANAGER,
  clerk: Role.CLERK,
  auditor: Role.AUDITOR,
};

export interface SampleLogin {
  username: string;
  password: string;
  name: string;
  roles: string[];
}

/** Org units, posts and people. Everybody gets the given password, so that a newcomer can try each role. */
export async function seedOrganisation(app: INestApplicationContext, ctx: RequestContext, sample: SampleHall, password: string): Promise<SampleLogin[]> {
  const org = app.get(OrgService, { strict: false });
  const users = app.get(UsersService, { strict: false });
  const unitIds = new Map<string, string>();
  for (const { key, title, parent } of sample.organisation.units) {
    const unit = await org.create(ctx, { key, title, parentId: parent ? unitIds.get(parent) : null });
    unitIds.set(key, unit.id);
  }
  const postIds = new Map<string, string>();
  for (const { key, title, department } of sample.organisation.posts) postIds.set(key, (await org.createPost(ctx, { key, title, orgUnitId: unitIds.get(department)! })).id);
  const holders = new Map<string, string[]>();
  for (const person of sample.organisation.users) {
    const departmentId = person.department ? unitIds.get(person.department)! : null;
    const roles = person.roles.map((role) => ({ role: roleOf[role]!, scopeId: departmentId }));
    const { user } = await users.create(ctx, { username: person.username, name: person.name, departmentId, roles }, { password, mustChange: false });
    for (const post of person.posts) holders.set(post, [...(holders.get(post) ?? []), user.id]);
  }
  for (const [post, memberIds] of holders) await org.updatePost(ctx, postIds.get(post)!, { memberIds });
  return sample.organisation.users.map(({ username, name, roles }) => ({ username, password, name, roles }));
}
