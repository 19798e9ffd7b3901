import { ApiError, gql, graphql } from './graphql.js';
import { holdSession } from './session-gate.js';

export type Role = 'ADMINISTRATOR' | 'ANNOTATOR' | 'RELEASE_MANAGER' | 'CLERK' | 'AUDITOR';

/** The signed-in person. */
export interface Me {
  id: string;
  username: string;
  name: string;
  roles: Role[];
  permissions: string[];
  department: { id: string; key: string; title: string } | null;
  language: string;
  mustChangePassword: boolean;
}

const fields = 'id username name roles permissions department { id key title } language mustChangePassword';
const meDocument = gql`query Me { me { ${fields} } }`;
const signInDocument = gql`mutation SignIn($username: String!, $password: String!) { signIn(username: $username, password: $password) { ${fields} } }`;

let current: Promise<Me> | null = null;

/**
 * The signed-in person, asked once and kept until sign-out.
 * @throws ApiError `UNAUTHENTICATED` when nobody is signed in
 */
export function getMe(): Promise<Me> {
  current ??= graphql<{ me: Me | null }>(meDocument).then(({ me }) => {
    if (!me) throw new ApiError('UNAUTHENTICATED', 'UNAUTHENTICATED');
    holdSession(me);
    return me;
  });
  current.catch(forgetMe);
  return current;
}

export function forgetMe(): void {
  current = null;
}

export async function signIn(username: string, password: string): Promise<Me> {
  const { signIn: me } = await graphql<{ signIn: Me }>(signInDocument, { username, password });
  current = Promise.resolve(me);
  holdSession(me);
  return me;
}
