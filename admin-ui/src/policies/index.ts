import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { policiesResource } from './policy.js';

export default defineArea({
  resources: { policies: policiesResource },
  pages: [
    { path: '/policies', component: lazy(() => import('./policy-list.js')), permission: 'config.read' },
    { path: '/policies/import', component: lazy(() => import('./import/import-page.js')), permission: 'config.write' },
    { path: '/policies/:key', component: lazy(() => import('./policy-edit.js')), permission: 'config.read' },
  ],
  commands: [{ label: 'policies.import.action', path: '/policies/import', permission: 'config.write' }],
});
