import { lazy } from 'react';
import { defineArea } from '../app/area.js';

export default defineArea({
  pages: [{ path: '/settings', component: lazy(() => import('./settings-page.js')), permission: 'settings.manage' }],
});
