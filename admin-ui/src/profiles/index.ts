import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { profilesResource } from './profile.js';

export default defineArea({
  resources: { profiles: profilesResource },
  pages: [
    { path: '/profiles', component: lazy(() => import('./profile-list.js')), permission: 'config.read' },
    { path: '/profiles/:key', component: lazy(() => import('./profile-edit.js')), permission: 'config.read' },
  ],
});
