import { lazy } from 'react';
import { defineArea } from '../app/area.js';

export default defineArea({
  pages: [{ path: '/desk', component: lazy(() => import('./desk-page.js')), permission: 'desk.handle' }],
});
