import { lazy } from 'react';
import { defineArea } from '../app/area.js';

export default defineArea({
  pages: [
    { path: '/release', component: lazy(() => import('./pending-page.js')), permission: 'release.read' },
    { path: '/release/history', component: lazy(() => import('./history-page.js')), permission: 'release.read' },
  ],
});
