import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { auditResource } from './audit.js';

const permission = 'audit.read';

export default defineArea({
  resources: { auditEntries: auditResource },
  pages: [{ path: '/audit', component: lazy(() => import('./audit-list.js')), permission }],
});
