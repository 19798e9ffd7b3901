import { lazy } from 'react';
import { defineArea } from '../app/area.js';

export default defineArea({
  pages: [{ path: '/assistant-stats', component: lazy(() => import('./stats-page.js')), permission: 'config.read' }],
});
