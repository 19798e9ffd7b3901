import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { apiKeysResource } from './api-key.js';

const permission = 'access.manage';

export default defineArea({
  resources: { apiKeys: apiKeysResource },
  pages: [{ path: '/api-keys', component: lazy(() => import('./api-key-list.js')), permission }],
  commands: [{ label: 'apiKeys.create', path: '/api-keys?create=1', permission }],
});
