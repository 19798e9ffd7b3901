import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { workflowsResource } from './workflow.js';

export default defineArea({
  resources: { workflows: workflowsResource },
  pages: [
    { path: '/workflows', component: lazy(() => import('./workflow-list.js')), permission: 'config.read' },
    { path: '/workflows/:key', component: lazy(() => import('./workflow-edit.js')), permission: 'config.read' },
  ],
  commands: [{ label: 'workflows.create', path: '/workflows?create=1', permission: 'config.write' }],
});
