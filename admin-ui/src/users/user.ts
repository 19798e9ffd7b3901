import { gql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';
import type { Role } from '../providers/me.js';

export const roles: Role[] = ['ADMINISTRATOR', 'ANNOTATOR', 'RELEASE_MANAGER', 'CLERK', 'AUDITOR'];

export interface User {
  id: string;
  username: string;
  name: string;
  roles: { role: Role; scope: { id: string; title: string } | null }[];
  department: { id: string; title: string } | null;
  isDisabled: boolean;
  mustChangePassword: boolean;
  lockedUntil: string | null;
  lastSignInAt: string | null;
  createdAt: string;
}

/** What the form holds. A null scope means everywhere. */
export interface UserInput extends Record<string, unknown> {
  name: string;
  departmentId: string | null;
  roles: { role: Role; scopeId: string | null }[];
}

export interface CreatedUser {
  user: { id: string; name: string; username: string };
  oneTimePassword: string;
}

const fields = 'id username name roles { role scope { id title } } department { id title } isDisabled mustChangePassword lockedUntil lastSignInAt createdAt';

export const usersResource: ResourceDocuments = {
  list: gql`query Users($skip: Int!, $take: Int!, $sort: SortInput, $filter: UserFilter) {
    users(skip: $skip, take: $take, sort: $sort, filter: $filter) { items { ${fields} } totalItems }
  }`,
  one: gql`query User($id: ID!) { user(id: $id) { ${fields} } }`,
};

const created = 'user { id name username } oneTimePassword';
export const createUserDocument = gql`mutation CreateUser($input: CreateUserInput!) { createUser(input: $input) { ${created} } }`;
export const updateUserDocument = gql`mutation UpdateUser($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { id } }`;
export const resetPasswordDocument = gql`mutation ResetPassword($id: ID!) { resetPassword(id: $id) { ${created} } }`;
export const unlockUserDocument = gql`mutation UnlockUser($id: ID!) { unlockUser(id: $id) { id } }`;

export const isLocked = (user: User) => user.lockedUntil !== null && new Date(user.lockedUntil) > new Date();
