import type { AuthProvider } from 'react-admin';
import { closeSocket, gql, graphql } from './graphql.js';
import { forgetMe, getMe, signIn } from './me.js';
import { dropSession } from './session-gate.js';

/** Where a person is sent who must first choose a password. */
export const changePasswordPath = '/account/password';

const signOutDocument = gql`mutation SignOut { signOut }`;

/** Sign-in by httpOnly cookie; permissions are the names that the server gives. */
export const authProvider: AuthProvider = {
  async login({ username, password }: { username: string; password: string }) {
    const me = await signIn(username, password);
    closeSocket();
    return me.mustChangePassword ? { redirectTo: changePasswordPath } : undefined;
  },
  async logout() {
    dropSession();
    // Someone whose session has already ended is signed out as well.
    await graphql(signOutDocument).catch(() => undefined);
    forgetMe();
    closeSocket();
  },
  async checkAuth() {
    const me = await getMe();
    if (me.mustChangePassword && location.pathname !== changePasswordPath) {
      // react-admin signs out whoever fails here, and the one-time password may already be out of sight.
      location.replace(changePasswordPath);
      await new Promise(() => undefined);
    }
  },
  async checkError(error: { status?: number }) {
    if (error?.status === 401) {
      forgetMe();
      throw error;
    }
  },
  async getIdentity() {
    const me = await getMe();
    return { id: me.id, fullName: me.name };
  },
  async getPermissions() {
    return (await getMe()).permissions;
  },
};
