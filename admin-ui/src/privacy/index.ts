import { lazy } from 'react';
import { defineArea } from '../app/area.js';

export default defineArea({
  pages: [{ path: '/privacy', component: lazy(() => import('./privacy-page.js')), permission: 'privacy.manage' }],
});
