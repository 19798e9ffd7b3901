import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { usersResource } from './user.js';

const permission = 'access.manage';

export default defineArea({
  resources: { users: usersResource },
  pages: [
    { path: '/users', component: lazy(() => import('./user-list.js')), permission },
    { path: '/users/create', component: lazy(() => import('./user-create.js')), permission },
    { path: '/users/:id', component: lazy(() => import('./user-edit.js')), permission },
  ],
  commands: [{ label: 'users.create', path: '/users/create', permission }],
});
