import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { operationsResource } from './operations.js';

export default defineArea({
  resources: { operations: operationsResource },
  pages: [{ path: '/operations', component: lazy(() => import('./operation-list.js')), permission: 'operations.read' }],
});
