import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { orgUnitsResource } from './org.js';

export default defineArea({
  resources: { orgUnits: orgUnitsResource },
  pages: [{ path: '/org', component: lazy(() => import('./org-page.js')), permission: 'org.read' }],
});
