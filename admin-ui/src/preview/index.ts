import { lazy } from 'react';
import { defineArea } from '../app/area.js';

export default defineArea({
  pages: [{ path: '/preview', component: lazy(() => import('./preview-page.js')), permission: 'preview.use' }],
});
